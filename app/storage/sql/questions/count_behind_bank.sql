-- In the bank's words, but not in its latest: undo brought back what the bank has changed since.
SELECT count(*) FROM questions WHERE origin = 0 AND retired = 0 AND hash <> bank_hash
