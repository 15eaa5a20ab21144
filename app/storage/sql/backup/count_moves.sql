SELECT count(*) FROM moves
