SELECT count(*) FROM cards c JOIN questions q ON q.id = c.question
WHERE c.phase = 0 AND c.suspended = 0 AND q.retired = 0
