SELECT slug, topic, source, hash, retired, origin, bank_hash, base_hash, position, needed_by FROM questions WHERE id = :id
