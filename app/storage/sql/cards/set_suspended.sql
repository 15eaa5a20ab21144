UPDATE cards SET suspended = :suspended WHERE question = :question
