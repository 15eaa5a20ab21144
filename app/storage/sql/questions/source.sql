SELECT slug, topic, source, hash, retired FROM questions WHERE id = :id
