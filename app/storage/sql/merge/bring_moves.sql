INSERT INTO main.moves (uid, question, moved_at, ordered_at, preset, interval_days, due_day, reset)
SELECT o.uid, m.own, o.moved_at, o.ordered_at, p.id, o.interval_days, o.due_day, o.reset
FROM other.moves o JOIN temp.question_map m ON m.other = o.question
LEFT JOIN other.presets op ON op.id = o.preset LEFT JOIN main.presets p ON p.scheduling = op.scheduling
WHERE NOT EXISTS (SELECT 1 FROM main.moves r WHERE r.uid = o.uid)
  AND NOT EXISTS (SELECT 1 FROM main.lives l WHERE l.uid = o.uid AND l.count % 2 = 0)
ORDER BY o.ordered_at, o.uid
