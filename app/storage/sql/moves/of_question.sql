SELECT id, question, after_review, moved_at, preset, interval_days, due_day
FROM moves WHERE question = :question ORDER BY id
