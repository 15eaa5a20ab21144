-- A card can be made new again while its log is kept, and a bank question in a person's words knows the bank's
-- text that it came from.

-- 1: from here on the card is new; what was answered before no longer makes its memory.
ALTER TABLE moves ADD COLUMN reset INTEGER NOT NULL DEFAULT 0;
-- Written into each row, for changesets.
DROP TRIGGER moves_are_never_changed;
UPDATE moves SET reset = 0;
CREATE TRIGGER moves_are_never_changed BEFORE UPDATE ON moves
BEGIN
    SELECT RAISE(ABORT, 'a move is never changed');
END;

-- Of the bank's text as it was last read, whatever words the question is in (a person's own: none), and of the
-- one that the person's words (origin 1) took the place of. They differ: the bank has a newer text.
ALTER TABLE questions ADD COLUMN bank_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE questions ADD COLUMN base_hash TEXT NOT NULL DEFAULT '';
UPDATE questions SET bank_hash = hash, base_hash = '';
