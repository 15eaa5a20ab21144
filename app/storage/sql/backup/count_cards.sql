SELECT count(*) FROM cards
