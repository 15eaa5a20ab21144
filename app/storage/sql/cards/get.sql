SELECT question, phase, stability, difficulty, fast_stability, remaining_steps, interval_days, due_day, due_at, last_answer_at,
       answers, lapses, leech, suspended, buried_until_day, flag
FROM cards WHERE question = :question
