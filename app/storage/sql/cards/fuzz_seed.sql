SELECT fuzz_seed FROM cards WHERE question = :question
