-- With the words that the person gave to the card.
INSERT INTO question_index (rowid, title, answer, points, body, code, tags)
VALUES (:id, :title, :answer, :points, :body, :code,
    :tags || coalesce((SELECT ' ' || replace(tags, ',', ' ') FROM cards WHERE question = :id AND tags <> ''), ''))
