UPDATE questions SET slug = :text0, topic = :text1, title = :text2, tags = :text3, hash = :text4, source = :text5
WHERE id = :id
