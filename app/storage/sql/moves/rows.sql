-- Every move as it stands, in the order of writing.
SELECT id, uid, question, moved_at, ordered_at, preset, interval_days, due_day, reset FROM moves ORDER BY id
