-- A card of a bank that is not ours comes retired: its history counts.
INSERT INTO main.questions (slug, topic, level, kind, title, tags, asked, position, needed_by, hash, source, retired, origin)
SELECT :slug, topic, level, kind, title, tags, asked, (SELECT coalesce(max(position), 0) + 1 FROM main.questions), 0,
       hash, source, CASE origin WHEN 2 THEN retired ELSE 1 END, origin
FROM other.questions WHERE id = :other
