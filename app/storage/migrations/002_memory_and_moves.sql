-- FSRS-7 remembers two traces.
ALTER TABLE cards ADD COLUMN fast_stability REAL;

-- The interval, where the load of the days decided it; 0: the fuzz did.
ALTER TABLE reviews ADD COLUMN chosen_days INTEGER NOT NULL DEFAULT 0;

-- A card that was moved without an answer: to other settings (its memory then is what they make of all its
-- answers so far), to another day, or both. Never changed; taken back only by undo.
CREATE TABLE moves (
    id INTEGER PRIMARY KEY,
    question INTEGER NOT NULL REFERENCES questions (id),
    after_review INTEGER NOT NULL REFERENCES reviews (id), -- the card's newest then
    moved_at INTEGER NOT NULL,
    preset INTEGER REFERENCES presets (id),  -- NULL: the memory stays
    interval_days INTEGER NOT NULL,
    due_day INTEGER NOT NULL
) STRICT;
CREATE INDEX moves_question ON moves (question, id);
CREATE TRIGGER moves_are_never_changed BEFORE UPDATE ON moves
BEGIN
    SELECT RAISE(ABORT, 'a move is never changed');
END;

-- How many questions build on this one, directly or not. The bank is read anew to fill it in.
ALTER TABLE questions ADD COLUMN needed_by INTEGER NOT NULL DEFAULT 0;
DELETE FROM settings WHERE key = 'bank/hash';
