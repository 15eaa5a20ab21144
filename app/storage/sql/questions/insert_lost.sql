-- In the place of a question that is gone while its answers are there. The bank fills it in, if it has it.
INSERT INTO questions (id, slug, topic, level, kind, title, tags, asked, position, hash, source, retired)
VALUES (:id, :slug, '', 0, 0, :slug, '', 0, 0, '', '', 1)
