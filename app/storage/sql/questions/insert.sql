INSERT INTO questions (slug, topic, level, kind, title, tags, asked, position, needed_by, hash, source, origin, bank_hash,
    base_hash)
VALUES (:slug, :topic, :level, :kind, :title, :tags, :asked, :position, :needed_by, :hash, :source, :origin, :bank_hash,
    :base_hash)
