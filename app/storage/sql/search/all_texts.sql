SELECT rowid, title, answer, points, body, code, tags FROM question_index
