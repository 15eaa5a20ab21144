INSERT INTO main.cards (question, fuzz_seed) SELECT :own, fuzz_seed FROM other.cards WHERE question = :other
