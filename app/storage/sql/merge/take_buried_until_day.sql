-- Set by hand later there than here; the greater value where both did at once.
UPDATE main.cards SET buried_until_day = (SELECT o.buried_until_day FROM temp.question_map m JOIN other.cards o ON o.question = m.other
                            WHERE m.own = main.cards.question)
WHERE question IN (
    SELECT m.own FROM temp.question_map m
    JOIN other.cards o ON o.question = m.other JOIN main.cards c ON c.question = m.own
    LEFT JOIN other.question_stamps t ON t.question = m.other
    LEFT JOIN main.question_stamps s ON s.question = m.own
    WHERE coalesce(t.buried_at, 0) > coalesce(s.buried_at, 0)
       OR (coalesce(t.buried_at, 0) = coalesce(s.buried_at, 0) AND o.buried_until_day > c.buried_until_day))
  AND buried_until_day IS NOT (SELECT o.buried_until_day FROM temp.question_map m JOIN other.cards o ON o.question = m.other
                 WHERE m.own = main.cards.question)
