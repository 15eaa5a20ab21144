-- Its place in the log comes after everything the question has there, whatever the clock says.
INSERT INTO moves (uid, question, moved_at, ordered_at, preset, interval_days, due_day, reset)
VALUES (random(), :question, :moved_at,
    max(:moved_at,
        coalesce((SELECT max(ordered_at) FROM reviews WHERE question = :question), 0) + 1,
        coalesce((SELECT max(ordered_at) FROM moves WHERE question = :question), 0) + 1),
    :preset, :interval_days, :due_day, :reset)
