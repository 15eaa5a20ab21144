UPDATE cards SET fuzz_seed = :text0, tags = :text1 WHERE question = :id
