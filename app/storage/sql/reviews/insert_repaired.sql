-- In place of the answer :uid. Two copies that repair the same answer give it the same new name.
INSERT INTO reviews (uid, question, answered_at, ordered_at, utc_offset, rollover_hour, day, rating, duration, preset,
    phase_before, shown_hash, chosen_days, points, confidence, thought)
VALUES (stable_hash('repaired ' || :uid), :question, :answered_at, :ordered_at, :utc_offset, :rollover_hour, :day,
    :rating, :duration, :preset, :phase_before, :shown_hash, :chosen_days, :points, :confidence, :thought)
