-- Best first: question_rank is smaller for a better hit (storage/rankfunction).
SELECT rowid, question_rank(question_index) AS rank FROM question_index
WHERE question_index MATCH :match ORDER BY rank LIMIT :limit
