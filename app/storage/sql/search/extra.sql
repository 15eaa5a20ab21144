SELECT rowid FROM question_index WHERE rowid NOT IN (SELECT id FROM questions WHERE retired = 0)
