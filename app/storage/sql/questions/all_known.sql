-- What the import compares a bank with.
SELECT id, slug, hash, position, retired FROM questions
