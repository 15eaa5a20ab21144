INSERT INTO questions (slug, topic, level, kind, title, tags, asked, position, needed_by, hash, source)
VALUES (:slug, :topic, :level, :kind, :title, :tags, :asked, :position, :needed_by, :hash, :source)
