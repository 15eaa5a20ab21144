SELECT changes FROM undo WHERE id = :id
