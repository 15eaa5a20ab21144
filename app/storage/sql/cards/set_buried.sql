UPDATE cards SET buried_until_day = :day WHERE question = :question
