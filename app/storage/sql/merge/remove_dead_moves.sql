-- Taken back there.
DELETE FROM main.moves WHERE uid IN (SELECT uid FROM main.lives WHERE count % 2 = 0)
