SELECT id FROM questions WHERE slug = :slug AND retired = 0
