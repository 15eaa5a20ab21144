UPDATE main.questions
SET (topic, level, kind, title, tags, asked, hash, source, origin, retired) =
    (SELECT topic, level, kind, title, tags, asked, hash, source, origin,
            CASE origin WHEN 2 THEN retired ELSE main.questions.retired END
     FROM other.questions o WHERE o.id = :other)
WHERE id = :own
