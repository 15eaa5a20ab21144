-- Of every question, retired ones too.
SELECT id, topic FROM questions
