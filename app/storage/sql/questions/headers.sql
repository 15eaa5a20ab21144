-- The head of every card file, up to the line that closes it: reading it takes a fraction of reading the file.
SELECT id, substr(source, 1, instr(source, char(10) || '---'))
FROM questions
WHERE retired = 0
