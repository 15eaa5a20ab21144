SELECT title, answer, points, body, code, tags FROM question_index WHERE rowid = :id
