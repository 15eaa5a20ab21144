UPDATE cards SET flag = :flag WHERE question = :question
