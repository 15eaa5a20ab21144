UPDATE questions SET retired = 1 WHERE id = :id
