SELECT c.question, c.phase, c.stability, c.difficulty, c.fast_stability, c.remaining_steps, c.interval_days, c.due_day,
       c.due_at, c.last_answer_at, c.answers, c.lapses, c.leech, c.suspended, c.buried_until_day, c.flag, c.fuzz_seed
FROM cards c JOIN questions q ON q.id = c.question
WHERE q.retired = 0 ORDER BY c.question
