-- A person's own questions that were deleted; they keep their card and its log.
SELECT id, topic, title FROM questions WHERE origin = 2 AND retired = 1 ORDER BY title, id
