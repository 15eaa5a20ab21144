SELECT question, ordered_at, moved_at, preset, interval_days, due_day, reset
FROM moves WHERE question = :question ORDER BY ordered_at, uid
