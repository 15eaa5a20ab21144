-- The logs of two copies of one person's data can be united, undo can be taken back, questions can be a
-- person's own.

-- uid names a row in every copy; ordered_at is its place in the log of its question: the time in ms, but later
-- than everything before it, whatever the clock said. Ids are never given twice (AUTOINCREMENT), so that what
-- was taken back can return.
CREATE TABLE new_reviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid INTEGER NOT NULL UNIQUE,
    question INTEGER NOT NULL REFERENCES questions (id),
    answered_at INTEGER NOT NULL,
    ordered_at INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,     -- seconds east of UTC at that moment
    rollover_hour INTEGER NOT NULL CHECK (rollover_hour BETWEEN 0 AND 23),
    day INTEGER NOT NULL,            -- the study day that follows from time, offset and hour
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    duration INTEGER NOT NULL,       -- ms from question shown to grade
    preset INTEGER NOT NULL REFERENCES presets (id),
    phase_before INTEGER NOT NULL,
    shown_hash TEXT NOT NULL,
    chosen_days INTEGER NOT NULL DEFAULT 0 -- the interval, where the load of the days decided it; 0: the fuzz did
) STRICT;

-- Rows from before have uids of their content: copies that parted then still know their common answers.
INSERT INTO new_reviews
SELECT id,
       stable_hash(answered_at || ' ' || fuzz_seed || ' ' || row_number() OVER (PARTITION BY question, answered_at ORDER BY id)),
       question, answered_at,
       max(answered_at - place) OVER (PARTITION BY question ORDER BY id) + place,
       utc_offset, rollover_hour, day, rating, duration, preset, phase_before, shown_hash, chosen_days
FROM (SELECT r.*, c.fuzz_seed, row_number() OVER (PARTITION BY r.question ORDER BY r.id) AS place
      FROM reviews r JOIN cards c ON c.question = r.question);

-- A card that was moved without an answer: to other settings (its memory then is what they make of all its
-- answers so far), to another day, or both.
CREATE TABLE new_moves (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid INTEGER NOT NULL UNIQUE,
    question INTEGER NOT NULL REFERENCES questions (id),
    moved_at INTEGER NOT NULL,
    ordered_at INTEGER NOT NULL,
    preset INTEGER REFERENCES presets (id),  -- NULL: the memory stays
    interval_days INTEGER NOT NULL,
    due_day INTEGER NOT NULL
) STRICT;

INSERT INTO new_moves
SELECT m.id,
       stable_hash('move ' || m.moved_at || ' ' || c.fuzz_seed || ' ' || row_number() OVER (PARTITION BY m.question, m.moved_at ORDER BY m.id)),
       m.question, m.moved_at,
       r.ordered_at + row_number() OVER (PARTITION BY m.after_review ORDER BY m.id),
       m.preset, m.interval_days, m.due_day
FROM moves m JOIN new_reviews r ON r.id = m.after_review JOIN cards c ON c.question = m.question;

DROP TABLE moves;
DROP TABLE reviews;
ALTER TABLE new_reviews RENAME TO reviews;
ALTER TABLE new_moves RENAME TO moves;
CREATE INDEX reviews_question ON reviews (question, ordered_at);
CREATE INDEX reviews_day ON reviews (day, rating, phase_before, duration);
CREATE INDEX moves_question ON moves (question, ordered_at);
CREATE TRIGGER reviews_are_never_changed BEFORE UPDATE ON reviews
BEGIN
    SELECT RAISE(ABORT, 'a review is never changed');
END;
CREATE TRIGGER moves_are_never_changed BEFORE UPDATE ON moves
BEGIN
    SELECT RAISE(ABORT, 'a move is never changed');
END;

-- How often a row of the log was given and taken back: odd, it is there; even, it is not; without a row here
-- it was only ever given. Of two copies the higher count is the newer truth.
CREATE TABLE lives (
    uid INTEGER PRIMARY KEY,
    count INTEGER NOT NULL
) STRICT;
CREATE TRIGGER review_taken_back AFTER DELETE ON reviews WHEN edit_time() IS NOT NULL
BEGIN
    INSERT INTO lives VALUES (old.uid, 2) ON CONFLICT (uid) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER review_given_again AFTER INSERT ON reviews WHEN edit_time() IS NOT NULL
BEGIN
    UPDATE lives SET count = count + 1 WHERE uid = new.uid;
END;
CREATE TRIGGER move_taken_back AFTER DELETE ON moves WHEN edit_time() IS NOT NULL
BEGIN
    INSERT INTO lives VALUES (old.uid, 2) ON CONFLICT (uid) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER move_given_again AFTER INSERT ON moves WHEN edit_time() IS NOT NULL
BEGIN
    UPDATE lives SET count = count + 1 WHERE uid = new.uid;
END;

-- Words a person gave to the question.
ALTER TABLE cards ADD COLUMN tags TEXT NOT NULL DEFAULT '';
-- Written into each row: of a column that a row does not hold, a changeset knows NULL, not the default, and
-- could not be taken back.
UPDATE cards SET tags = '';

-- 0: as the bank has it; 1: the bank's, in the person's words; 2: the person's own (retired: deleted).
ALTER TABLE questions ADD COLUMN origin INTEGER NOT NULL DEFAULT 0;
UPDATE questions SET origin = 0;

-- When the person last changed, by hand, what is not in the log (ms; 0: never). Of two copies the newer wins.
CREATE TABLE question_stamps (
    question INTEGER PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,
    text_at INTEGER NOT NULL DEFAULT 0,
    suspended_at INTEGER NOT NULL DEFAULT 0,
    buried_at INTEGER NOT NULL DEFAULT 0,
    flag_at INTEGER NOT NULL DEFAULT 0,
    tags_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE setting_stamps (
    key TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER suspended_stamp AFTER UPDATE OF suspended ON cards
WHEN edit_time() IS NOT NULL AND new.suspended IS NOT old.suspended
BEGIN
    INSERT INTO question_stamps (question, suspended_at) VALUES (new.question, edit_time())
    ON CONFLICT (question) DO UPDATE SET suspended_at = excluded.suspended_at;
END;
CREATE TRIGGER buried_stamp AFTER UPDATE OF buried_until_day ON cards
WHEN edit_time() IS NOT NULL AND new.buried_until_day IS NOT old.buried_until_day
BEGIN
    INSERT INTO question_stamps (question, buried_at) VALUES (new.question, edit_time())
    ON CONFLICT (question) DO UPDATE SET buried_at = excluded.buried_at;
END;
CREATE TRIGGER flag_stamp AFTER UPDATE OF flag ON cards
WHEN edit_time() IS NOT NULL AND new.flag IS NOT old.flag
BEGIN
    INSERT INTO question_stamps (question, flag_at) VALUES (new.question, edit_time())
    ON CONFLICT (question) DO UPDATE SET flag_at = excluded.flag_at;
END;
CREATE TRIGGER tags_stamp AFTER UPDATE OF tags ON cards
WHEN edit_time() IS NOT NULL AND new.tags IS NOT old.tags
BEGIN
    INSERT INTO question_stamps (question, tags_at) VALUES (new.question, edit_time())
    ON CONFLICT (question) DO UPDATE SET tags_at = excluded.tags_at;
END;
CREATE TRIGGER own_text_stamp AFTER INSERT ON questions WHEN edit_time() IS NOT NULL AND new.origin > 0
BEGIN
    INSERT INTO question_stamps (question, text_at) VALUES (new.id, edit_time())
    ON CONFLICT (question) DO UPDATE SET text_at = excluded.text_at;
END;
CREATE TRIGGER text_stamp AFTER UPDATE OF source, origin, retired ON questions
WHEN edit_time() IS NOT NULL AND (new.origin > 0 OR old.origin > 0)
BEGIN
    INSERT INTO question_stamps (question, text_at) VALUES (new.id, edit_time())
    ON CONFLICT (question) DO UPDATE SET text_at = excluded.text_at;
END;
CREATE TRIGGER setting_made_stamp AFTER INSERT ON settings WHEN edit_time() IS NOT NULL
BEGIN
    INSERT INTO setting_stamps VALUES (new.key, edit_time()) ON CONFLICT (key) DO UPDATE SET at = excluded.at;
END;
CREATE TRIGGER setting_changed_stamp AFTER UPDATE ON settings WHEN edit_time() IS NOT NULL
BEGIN
    INSERT INTO setting_stamps VALUES (new.key, edit_time()) ON CONFLICT (key) DO UPDATE SET at = excluded.at;
END;
CREATE TRIGGER setting_gone_stamp AFTER DELETE ON settings WHEN edit_time() IS NOT NULL
BEGIN
    INSERT INTO setting_stamps VALUES (old.key, edit_time()) ON CONFLICT (key) DO UPDATE SET at = excluded.at;
END;

-- The steps that can be taken back, and those that were and can be done again (undone = 1). Older steps hold
-- the tables as they were before this file.
DROP TABLE undo;
CREATE TABLE undo (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    detail TEXT NOT NULL,            -- of an answer its rating
    questions INTEGER NOT NULL,      -- how many it touched
    question INTEGER NOT NULL,       -- the one, if it touched one; else 0
    at INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    changes BLOB NOT NULL            -- the changed rows, before and after, as a SQLite changeset
) STRICT;
