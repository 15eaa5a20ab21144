-- Ids that answers, moves and cards name and no question has; with the card's seed, if there is a card.
SELECT DISTINCT l.question, coalesce(c.fuzz_seed, '')
FROM (SELECT question FROM reviews UNION SELECT question FROM moves UNION SELECT question FROM cards) l
LEFT JOIN cards c ON c.question = l.question
WHERE l.question NOT IN (SELECT id FROM questions)
