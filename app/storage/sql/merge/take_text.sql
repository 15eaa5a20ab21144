UPDATE main.questions
SET (topic, level, kind, title, tags, asked, hash, source, origin, base_hash, retired) =
    (SELECT topic, level, kind, title, tags, asked, hash, source, origin, base_hash,
            CASE origin WHEN 2 THEN retired ELSE main.questions.retired END
     FROM other.questions o WHERE o.id = :other)
WHERE id = :own
