-- Candidates of a study day: cards in learning, and reviews due up to :today. Not new ones.
SELECT c.question, c.phase, c.stability, c.difficulty, c.fast_stability, c.remaining_steps, c.interval_days, c.due_day, c.due_at,
       c.last_answer_at, c.answers, c.lapses, c.leech, c.suspended, c.buried_until_day, c.flag
FROM cards c JOIN questions q ON q.id = c.question
WHERE c.phase IN (1, 2, 3) AND c.due_day <= :today AND c.suspended = 0 AND c.buried_until_day <= :today
  AND q.retired = 0
