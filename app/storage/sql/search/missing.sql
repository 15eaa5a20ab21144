-- Questions in the bank but not in the index, and the other way round.
SELECT slug FROM questions WHERE retired = 0 AND id NOT IN (SELECT rowid FROM question_index)
UNION ALL
SELECT 'row ' || rowid FROM question_index WHERE rowid NOT IN (SELECT id FROM questions WHERE retired = 0)
