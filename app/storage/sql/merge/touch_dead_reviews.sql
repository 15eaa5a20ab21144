INSERT OR IGNORE INTO temp.touched
SELECT question FROM main.reviews WHERE uid IN (SELECT uid FROM main.lives WHERE count % 2 = 0)
