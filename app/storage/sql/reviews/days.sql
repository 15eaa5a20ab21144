-- From day to day by the index: DISTINCT would read every answer.
WITH RECURSIVE span (day) AS (
    SELECT max(day) FROM reviews
    UNION ALL
    SELECT (SELECT max(day) FROM reviews WHERE day < span.day) FROM span WHERE day IS NOT NULL)
SELECT day FROM span WHERE day IS NOT NULL
