-- Each day without an answer that stands alone, up to the one before :today: when the first answer of the day after it
-- was given, and the answer that the log holds before that one.
WITH span AS (SELECT day, min(id) AS first FROM reviews WHERE day <= :today GROUP BY day),
     pair AS (SELECT day, lead(day, 1, :today) OVER days AS next_day, lead(first) OVER days AS next
              FROM span WINDOW days AS (ORDER BY day))
SELECT pair.day + 1, a.answered_at, a.utc_offset, a.rollover_hour, b.answered_at
FROM pair LEFT JOIN reviews b ON b.id = pair.next
     JOIN reviews a ON a.id = (SELECT max(id) FROM reviews WHERE id < coalesce(pair.next, 9223372036854775807))
WHERE pair.next_day = pair.day + 2
