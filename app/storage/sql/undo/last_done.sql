-- The newest step that can be taken back.
SELECT id, label, detail, questions, question, at, undone FROM undo WHERE undone = 0 ORDER BY id DESC LIMIT 1
