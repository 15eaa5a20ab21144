DELETE FROM undo WHERE id <= (SELECT max(id) FROM undo) - :keep
