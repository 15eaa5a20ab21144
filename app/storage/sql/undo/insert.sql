INSERT INTO undo (label, at, changes) VALUES (:label, :at, :changes)
