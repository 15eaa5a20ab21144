DELETE FROM question_stamps WHERE question NOT IN (SELECT id FROM questions)
