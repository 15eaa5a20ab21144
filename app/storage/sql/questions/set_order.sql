UPDATE questions SET position = :position, needed_by = :needed_by WHERE id = :id
