SELECT id, slug, topic, source FROM questions WHERE retired = 0
