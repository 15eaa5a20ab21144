-- With the words that the person gave to the card.
SELECT id, slug, topic, source, coalesce((SELECT tags FROM cards WHERE question = id), '')
FROM questions WHERE retired = 0
