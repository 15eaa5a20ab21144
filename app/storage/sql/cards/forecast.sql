-- Reviews to come, one row a study day; what is overdue stands on :today.
SELECT max(c.due_day, :today) AS day, count(*)
FROM cards c JOIN questions q ON q.id = c.question
WHERE c.phase IN (1, 2, 3) AND c.due_day <= :last AND c.suspended = 0 AND q.retired = 0
GROUP BY day ORDER BY day
