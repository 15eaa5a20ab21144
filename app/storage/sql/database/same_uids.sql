-- Read from the tables alone: an index that lies cannot hide them.
SELECT uid FROM reviews NOT INDEXED GROUP BY +uid HAVING count(*) > 1
UNION ALL
SELECT uid FROM moves NOT INDEXED GROUP BY +uid HAVING count(*) > 1
UNION ALL
SELECT min(id) FROM questions NOT INDEXED GROUP BY +slug HAVING count(*) > 1
