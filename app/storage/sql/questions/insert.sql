INSERT INTO questions (slug, topic, level, kind, title, tags, asked, position, hash, source)
VALUES (:slug, :topic, :level, :kind, :title, :tags, :asked, :position, :hash, :source)
