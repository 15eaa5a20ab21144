-- Of each question the last answers whose key points were ticked; grouped by question, oldest first.
SELECT question, answered_at, rating, shown_hash, points, confidence, thought FROM reviews
WHERE id IN (
    SELECT last.id FROM (SELECT DISTINCT question FROM reviews NOT INDEXED WHERE points <> '') AS ticked
    JOIN reviews AS last ON last.id IN (
        SELECT id FROM reviews WHERE question = ticked.question AND points <> ''
        ORDER BY ordered_at DESC, uid DESC LIMIT :most))
ORDER BY question, ordered_at, uid
