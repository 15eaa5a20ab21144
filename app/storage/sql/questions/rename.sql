UPDATE questions SET slug = :slug WHERE id = :id
