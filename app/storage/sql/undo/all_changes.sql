SELECT id, changes FROM undo
