-- In place of the move :uid.
INSERT INTO moves (uid, question, moved_at, ordered_at, preset, interval_days, due_day, reset)
VALUES (stable_hash('repaired ' || :uid), :question, :moved_at, :ordered_at, :preset, :interval_days, :due_day, :reset)
