INSERT INTO temp.question_map (other, own) VALUES (:other, :own)
