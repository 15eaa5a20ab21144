-- Questions whose last answer of the day was Again, in the order of that answer.
SELECT question FROM reviews r
WHERE day = :day AND rating = 1
  AND NOT EXISTS (SELECT 1 FROM reviews later WHERE later.question = r.question AND later.ordered_at > r.ordered_at)
ORDER BY ordered_at
