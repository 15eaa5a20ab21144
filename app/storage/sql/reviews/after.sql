-- Those after :moment; none of them counts to a day before :day.
SELECT answered_at FROM reviews WHERE day >= :day AND answered_at > :moment ORDER BY answered_at
