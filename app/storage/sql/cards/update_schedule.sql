UPDATE cards SET phase = :phase, stability = :stability, difficulty = :difficulty, fast_stability = :fast_stability,
    remaining_steps = :remaining_steps, interval_days = :interval_days, due_day = :due_day, due_at = :due_at,
    last_answer_at = :last_answer_at, answers = :answers, lapses = :lapses, leech = :leech
WHERE question = :question
