INSERT INTO cards (question, fuzz_seed) VALUES (:question, :fuzz_seed)
