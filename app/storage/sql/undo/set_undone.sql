UPDATE undo SET undone = :undone WHERE id = :id
