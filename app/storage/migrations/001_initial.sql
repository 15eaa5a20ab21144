-- Times are INTEGER milliseconds since 1970 UTC, study days INTEGER days since 1970-01-01.

-- Content. A question that left the bank is retired, never deleted: its reviews point to it.
CREATE TABLE questions (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    topic TEXT NOT NULL,
    level INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    title TEXT NOT NULL,
    tags TEXT NOT NULL,              -- ",cookies,itsdangerous,"
    asked INTEGER NOT NULL,          -- in how many published lists
    position INTEGER NOT NULL,       -- place in the teaching order
    hash TEXT NOT NULL,              -- of the source, to see a change
    source TEXT NOT NULL,            -- the card file as written
    retired INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The scheduling state of a question. Up to "leech" it is what replaying the reviews gives.
CREATE TABLE cards (
    question INTEGER PRIMARY KEY REFERENCES questions (id),
    fuzz_seed TEXT NOT NULL,         -- the first slug: a rename must not change past intervals
    phase INTEGER NOT NULL DEFAULT 0,
    stability REAL,
    difficulty REAL,
    remaining_steps INTEGER NOT NULL DEFAULT 0,
    interval_days INTEGER NOT NULL DEFAULT 0,
    due_day INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL DEFAULT 0,
    last_answer_at INTEGER NOT NULL DEFAULT 0,
    answers INTEGER NOT NULL DEFAULT 0,
    lapses INTEGER NOT NULL DEFAULT 0,
    leech INTEGER NOT NULL DEFAULT 0,
    suspended INTEGER NOT NULL DEFAULT 0,
    buried_until_day INTEGER NOT NULL DEFAULT 0,
    flag INTEGER NOT NULL DEFAULT 0 CHECK (flag BETWEEN 0 AND 7)
) STRICT;
CREATE INDEX cards_due ON cards (phase, due_day);

-- Every set of scheduling settings that was ever in force, as canonical JSON: a review names its own.
CREATE TABLE presets (
    id INTEGER PRIMARY KEY,
    scheduling TEXT NOT NULL UNIQUE
) STRICT;

-- One row an answer. Never changed; taken back only by undo.
CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    question INTEGER NOT NULL REFERENCES questions (id),
    answered_at INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,     -- seconds east of UTC at that moment
    rollover_hour INTEGER NOT NULL CHECK (rollover_hour BETWEEN 0 AND 23),
    day INTEGER NOT NULL,            -- the study day that follows from the three above
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    duration INTEGER NOT NULL,       -- ms from question shown to grade
    preset INTEGER NOT NULL REFERENCES presets (id),
    phase_before INTEGER NOT NULL,
    shown_hash TEXT NOT NULL
) STRICT;
CREATE INDEX reviews_question ON reviews (question, id);
CREATE INDEX reviews_day ON reviews (day, rating, phase_before, duration);
CREATE TRIGGER reviews_are_never_changed BEFORE UPDATE ON reviews
BEGIN
    SELECT RAISE(ABORT, 'a review is never changed');
END;

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The last steps that can be taken back: the changed rows, before and after, as a SQLite changeset.
CREATE TABLE undo (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    at INTEGER NOT NULL,
    changes BLOB NOT NULL
) STRICT;

-- rowid is the question's id; a retired question has no row here.
CREATE VIRTUAL TABLE question_index USING fts5 (
    title, answer, points, body, code, tags,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3'
);
