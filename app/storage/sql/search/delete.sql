DELETE FROM question_index WHERE rowid = :id
