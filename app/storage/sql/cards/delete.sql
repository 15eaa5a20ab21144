DELETE FROM cards WHERE question = :question
