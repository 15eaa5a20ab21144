-- Of the latest answers: count and sum of ms, for new cards and for the rest.
SELECT phase_before = 0 AS new, count(*), sum(max(0, min(duration, 300000)))
FROM (SELECT phase_before, duration FROM reviews ORDER BY id DESC LIMIT 1000)
GROUP BY new
