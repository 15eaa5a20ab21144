INSERT OR IGNORE INTO temp.touched
SELECT m.own FROM other.moves o JOIN temp.question_map m ON m.other = o.question
WHERE NOT EXISTS (SELECT 1 FROM main.moves r WHERE r.uid = o.uid)
  AND NOT EXISTS (SELECT 1 FROM main.lives l WHERE l.uid = o.uid AND l.count % 2 = 0)
