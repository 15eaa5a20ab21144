UPDATE questions SET retired = 0 WHERE id = :id
