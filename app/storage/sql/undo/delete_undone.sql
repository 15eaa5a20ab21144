DELETE FROM undo WHERE undone = 1
