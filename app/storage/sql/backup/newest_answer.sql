SELECT max(answered_at) FROM reviews
