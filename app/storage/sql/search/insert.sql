INSERT INTO question_index (rowid, title, answer, points, body, code, tags)
VALUES (:id, :title, :answer, :points, :body, :code, :tags)
