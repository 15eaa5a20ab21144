SELECT id, label, detail, questions, question, at, undone FROM undo ORDER BY id DESC
