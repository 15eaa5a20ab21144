-- Reviews due on the study days from :first to :last: what a day already holds.
SELECT c.due_day, c.interval_days, c.stability, c.difficulty, c.fast_stability
FROM cards c JOIN questions q ON q.id = c.question
WHERE c.phase = 2 AND c.due_day BETWEEN :first AND :last AND c.suspended = 0 AND q.retired = 0
