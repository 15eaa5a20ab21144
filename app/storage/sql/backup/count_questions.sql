SELECT count(*) FROM questions
