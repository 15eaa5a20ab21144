INSERT INTO moves (question, after_review, moved_at, preset, interval_days, due_day)
VALUES (:question, :after_review, :moved_at, :preset, :interval_days, :due_day)
