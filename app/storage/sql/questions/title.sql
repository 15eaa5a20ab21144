SELECT title FROM questions WHERE id = :id
