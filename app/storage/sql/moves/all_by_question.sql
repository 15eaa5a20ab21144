SELECT question, ordered_at, moved_at, preset, interval_days, due_day, reset
FROM moves ORDER BY question, ordered_at, uid
