-- Reviews by rating, answers of cards in review and how many of them were recalled, time; one row a study day.
SELECT day,
       sum(rating = 1), sum(rating = 2), sum(rating = 3), sum(rating = 4),
       sum(phase_before = 2), sum(phase_before = 2 AND rating > 1),
       sum(phase_before = 0), sum(iif(duration BETWEEN 0 AND 86400000, duration, 0))
FROM reviews WHERE day BETWEEN :first AND :last
GROUP BY day ORDER BY day
