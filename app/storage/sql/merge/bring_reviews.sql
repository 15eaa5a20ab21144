INSERT INTO main.reviews (uid, question, answered_at, ordered_at, utc_offset, rollover_hour, day, rating, duration,
                          preset, phase_before, shown_hash, chosen_days, points, confidence, thought)
SELECT o.uid, m.own, o.answered_at, o.ordered_at, o.utc_offset, o.rollover_hour, o.day, o.rating, o.duration,
       p.id, o.phase_before, o.shown_hash, o.chosen_days, o.points, o.confidence, o.thought
FROM other.reviews o JOIN temp.question_map m ON m.other = o.question
JOIN other.presets op ON op.id = o.preset JOIN main.presets p ON p.scheduling = op.scheduling
WHERE NOT EXISTS (SELECT 1 FROM main.reviews r WHERE r.uid = o.uid)
  AND NOT EXISTS (SELECT 1 FROM main.lives l WHERE l.uid = o.uid AND l.count % 2 = 0)
ORDER BY o.ordered_at, o.uid
