UPDATE cards SET tags = :tags WHERE question = :question
