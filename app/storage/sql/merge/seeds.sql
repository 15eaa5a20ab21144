UPDATE main.cards SET fuzz_seed = (SELECT o.fuzz_seed FROM temp.question_map m JOIN other.cards o ON o.question = m.other
                                   WHERE m.own = main.cards.question)
WHERE question IN (SELECT m.own FROM temp.question_map m
                   JOIN other.cards o ON o.question = m.other JOIN main.cards c ON c.question = m.own
                   WHERE o.fuzz_seed < c.fuzz_seed)
