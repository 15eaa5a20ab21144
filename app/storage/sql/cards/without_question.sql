SELECT question, fuzz_seed FROM cards WHERE question NOT IN (SELECT id FROM questions)
