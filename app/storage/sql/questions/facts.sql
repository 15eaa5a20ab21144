-- Everything lists show and filters ask of a question, the bank in teaching order.
SELECT q.id, q.slug, q.topic, q.level, q.kind, q.tags, q.asked, q.title, q.origin, c.tags,
       c.question, c.phase, c.stability, c.difficulty, c.fast_stability, c.remaining_steps, c.interval_days, c.due_day, c.due_at,
       c.last_answer_at, c.answers, c.lapses, c.leech, c.suspended, c.buried_until_day, c.flag
FROM questions q JOIN cards c ON c.question = q.id
WHERE q.retired = 0
ORDER BY q.position
