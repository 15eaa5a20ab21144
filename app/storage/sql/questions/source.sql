SELECT slug, topic, source, hash FROM questions WHERE id = :id
