SELECT question, answered_at, rating, shown_hash, points, confidence, thought FROM reviews
WHERE question = :question AND (points <> '' OR confidence <> 0 OR thought <> 0)
ORDER BY ordered_at, uid
