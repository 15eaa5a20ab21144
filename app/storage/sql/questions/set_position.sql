UPDATE questions SET position = :position WHERE id = :id
