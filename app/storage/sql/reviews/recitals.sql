-- How answers were given, where something is known of it beside the grade; grouped by question, oldest first.
SELECT question, answered_at, rating, shown_hash, points, confidence, thought FROM reviews
WHERE points <> '' OR confidence <> 0 OR thought <> 0
ORDER BY question, ordered_at, uid
