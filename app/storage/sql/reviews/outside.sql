-- Answers with times that cannot be.
SELECT uid, question, answered_at, utc_offset, rollover_hour, duration FROM reviews
WHERE answered_at NOT BETWEEN :earliest AND :latest OR utc_offset NOT BETWEEN -:widest_offset AND :widest_offset
   OR duration NOT BETWEEN 0 AND :longest
ORDER BY id
