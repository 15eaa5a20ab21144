-- The bank's questions are to be read anew.
UPDATE questions SET hash = '' WHERE origin = 0
