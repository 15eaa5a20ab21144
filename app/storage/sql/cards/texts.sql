SELECT question, CAST(fuzz_seed AS BLOB), CAST(tags AS BLOB) FROM cards
