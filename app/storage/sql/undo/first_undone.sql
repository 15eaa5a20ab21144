-- The oldest of those that were taken back: the next to be done again.
SELECT id, label, detail, questions, question, at, undone FROM undo WHERE undone = 1 ORDER BY id LIMIT 1
