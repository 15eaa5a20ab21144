SELECT c.question
FROM cards c JOIN questions q ON q.id = c.question
WHERE c.phase = 0 AND c.suspended = 0 AND c.buried_until_day <= :today AND q.retired = 0
ORDER BY c.question LIMIT :limit
