SELECT id, slug FROM questions WHERE id NOT IN (SELECT question FROM cards)
