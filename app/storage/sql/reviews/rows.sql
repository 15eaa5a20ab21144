-- Every answer as it stands, in the order of writing.
SELECT id, uid, question, answered_at, ordered_at, utc_offset, rollover_hour, day, rating, duration, preset,
       phase_before, CAST(shown_hash AS BLOB), chosen_days, CAST(points AS BLOB), confidence, thought
FROM reviews ORDER BY id
