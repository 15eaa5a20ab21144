-- A question that was renamed between the two copies: the smaller seed, here as there.
INSERT OR IGNORE INTO temp.touched
SELECT m.own FROM temp.question_map m
JOIN other.cards o ON o.question = m.other JOIN main.cards c ON c.question = m.own
WHERE o.fuzz_seed < c.fuzz_seed
