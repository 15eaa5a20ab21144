SELECT question, ordered_at, answered_at, utc_offset, rollover_hour, rating, duration, preset, phase_before, shown_hash,
       chosen_days
FROM reviews WHERE question = :question ORDER BY ordered_at, uid
