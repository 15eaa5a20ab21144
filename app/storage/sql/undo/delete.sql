DELETE FROM undo WHERE id = :id
