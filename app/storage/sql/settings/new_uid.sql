-- For a key that no other machine makes as well.
SELECT lower(hex(randomblob(8)))
