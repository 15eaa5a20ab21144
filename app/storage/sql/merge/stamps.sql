INSERT INTO main.question_stamps (question, text_at, suspended_at, buried_at, flag_at, tags_at)
SELECT m.own, t.text_at, t.suspended_at, t.buried_at, t.flag_at, t.tags_at
FROM temp.question_map m JOIN other.question_stamps t ON t.question = m.other
WHERE true
ON CONFLICT (question) DO UPDATE SET
    text_at = max(text_at, excluded.text_at),
    suspended_at = max(suspended_at, excluded.suspended_at),
    buried_at = max(buried_at, excluded.buried_at),
    flag_at = max(flag_at, excluded.flag_at),
    tags_at = max(tags_at, excluded.tags_at)
