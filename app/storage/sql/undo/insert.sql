INSERT INTO undo (label, detail, questions, question, at, changes)
VALUES (:label, :detail, :questions, :question, :at, :changes)
