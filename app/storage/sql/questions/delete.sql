DELETE FROM questions WHERE id = :id
