SELECT id, CAST(slug AS BLOB), CAST(topic AS BLOB), CAST(title AS BLOB), CAST(tags AS BLOB), CAST(hash AS BLOB),
       CAST(source AS BLOB)
FROM questions
