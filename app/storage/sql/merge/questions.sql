-- The other copy's questions, and whether anything of the person's hangs on them.
SELECT q.id, q.slug, q.topic, q.source, q.origin, c.fuzz_seed,
       q.origin > 0
       OR EXISTS (SELECT 1 FROM other.reviews r WHERE r.question = q.id)
       OR EXISTS (SELECT 1 FROM other.question_stamps s WHERE s.question = q.id)
FROM other.questions q JOIN other.cards c ON c.question = q.id
ORDER BY q.id
