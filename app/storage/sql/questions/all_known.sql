-- What the import compares a bank with.
SELECT id, slug, hash, position, needed_by, retired, origin, bank_hash FROM questions
