-- Answers given with a statement of confidence, and how many of them were recalled.
SELECT confidence, count(*), sum(rating > 1) FROM reviews WHERE confidence <> 0 GROUP BY confidence
