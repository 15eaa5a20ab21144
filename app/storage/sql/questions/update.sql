UPDATE questions SET slug = :slug, topic = :topic, level = :level, kind = :kind, title = :title, tags = :tags,
    asked = :asked, position = :position, needed_by = :needed_by, hash = :hash, source = :source, origin = :origin,
    bank_hash = :bank_hash, base_hash = :base_hash, retired = 0
WHERE id = :id
