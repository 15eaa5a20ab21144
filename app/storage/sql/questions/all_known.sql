-- What the import compares a bank with.
SELECT id, slug, hash, position, needed_by, retired FROM questions
