-- Its place in the log comes after everything the question has there, whatever the clock says.
INSERT INTO reviews (uid, question, answered_at, ordered_at, utc_offset, rollover_hour, day, rating, duration, preset,
    phase_before, shown_hash, chosen_days, points, confidence, thought)
VALUES (random(), :question, :answered_at,
    max(:answered_at,
        coalesce((SELECT max(ordered_at) FROM reviews WHERE question = :question), 0) + 1,
        coalesce((SELECT max(ordered_at) FROM moves WHERE question = :question), 0) + 1),
    :utc_offset, :rollover_hour, :day, :rating, :duration, :preset, :phase_before, :shown_hash, :chosen_days,
    :points, :confidence, :thought)
