-- Texts that were changed by hand later there than here.
SELECT m.own, m.other, o.origin FROM temp.question_map m
JOIN other.questions o ON o.id = m.other JOIN main.questions q ON q.id = m.own
LEFT JOIN other.question_stamps t ON t.question = m.other
LEFT JOIN main.question_stamps s ON s.question = m.own
WHERE (o.source <> q.source OR o.origin <> q.origin OR (o.origin = 2 AND o.retired <> q.retired))
  AND (coalesce(t.text_at, 0) > coalesce(s.text_at, 0)
       OR (t.text_at = s.text_at AND t.text_at > 0
           AND (o.retired, o.source) > (q.retired, q.source)))
