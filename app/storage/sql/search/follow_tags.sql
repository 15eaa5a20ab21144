-- The column of tags as an insert would fill it now, where it is another one; :id NULL: of all questions.
UPDATE question_index SET tags = now.tags
FROM (SELECT q.id, replace(q.tags, ',', ' ') || ' ' || q.topic || ' ' || q.slug
          || CASE c.tags WHEN '' THEN '' ELSE ' ' || replace(c.tags, ',', ' ') END AS tags
      FROM questions q JOIN cards c ON c.question = q.id WHERE :id IS NULL OR q.id = :id) AS now
WHERE question_index.rowid = now.id AND question_index.tags IS NOT now.tags
