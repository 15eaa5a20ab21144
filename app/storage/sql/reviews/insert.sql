INSERT INTO reviews (question, answered_at, utc_offset, rollover_hour, day, rating, duration, preset, phase_before,
    shown_hash, chosen_days)
VALUES (:question, :answered_at, :utc_offset, :rollover_hour, :day, :rating, :duration, :preset, :phase_before,
    :shown_hash, :chosen_days)
