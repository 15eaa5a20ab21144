-- What makes the memory of the cards: the answers that no reset came after.
SELECT r.question, r.ordered_at, r.answered_at, r.utc_offset, r.rollover_hour, r.rating, r.duration, r.preset,
       r.phase_before, r.shown_hash, r.chosen_days
FROM reviews r
LEFT JOIN (SELECT question, max(ordered_at) AS at FROM moves WHERE reset = 1 GROUP BY question) m
    ON m.question = r.question
WHERE m.at IS NULL OR r.ordered_at > m.at
ORDER BY r.question, r.ordered_at, r.uid
