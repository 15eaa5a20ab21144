SELECT id, label, at, changes FROM undo ORDER BY id DESC LIMIT 1
