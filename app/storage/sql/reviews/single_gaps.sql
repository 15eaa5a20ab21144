-- Each day without an answer that stands alone, up to the one before :today: when the first answer of the day after it
-- was given, and the answer that the log holds before that one.
WITH RECURSIVE span (day) AS (
         SELECT max(day) FROM reviews WHERE day <= :today
         UNION ALL
         SELECT (SELECT max(day) FROM reviews WHERE day < span.day) FROM span WHERE day IS NOT NULL),
     pair AS (SELECT day, lead(day, 1, :today) OVER (ORDER BY day) AS next_day FROM span WHERE day IS NOT NULL),
     gap AS (SELECT day, (SELECT min(id) FROM reviews WHERE day = pair.next_day) AS next
             FROM pair WHERE next_day = day + 2)
SELECT gap.day + 1, a.answered_at, a.utc_offset, a.rollover_hour, b.answered_at
FROM gap LEFT JOIN reviews b ON b.id = gap.next
     JOIN reviews a ON a.id = (SELECT max(id) FROM reviews WHERE id < coalesce(gap.next, 9223372036854775807))
