SELECT tags FROM cards WHERE question = :question
