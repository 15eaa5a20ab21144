-- What is known of an answer beside its grade: how it was given.

-- The key points as they were ticked, a character each, 1 or 0; empty: none was.
ALTER TABLE reviews ADD COLUMN points TEXT NOT NULL DEFAULT '';
-- Before the answer was shown: 2 sure of it, 1 unsure, 0 not asked.
ALTER TABLE reviews ADD COLUMN confidence INTEGER NOT NULL DEFAULT 0;
-- Milliseconds from the question to the answer; 0: not known.
ALTER TABLE reviews ADD COLUMN thought INTEGER NOT NULL DEFAULT 0;
-- Written into each row, for changesets.
DROP TRIGGER reviews_are_never_changed;
UPDATE reviews SET points = '', confidence = 0, thought = 0;
CREATE TRIGGER reviews_are_never_changed BEFORE UPDATE ON reviews
BEGIN
    SELECT RAISE(ABORT, 'a review is never changed');
END;
