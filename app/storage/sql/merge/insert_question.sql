-- A card of a bank that is not ours comes retired: its history counts. In the person's words it is theirs.
INSERT INTO main.questions (slug, topic, level, kind, title, tags, asked, position, needed_by, hash, source, retired, origin,
    bank_hash, base_hash)
SELECT :slug, topic, level, kind, title, tags, asked, (SELECT coalesce(max(position), 0) + 1 FROM main.questions), 0,
       hash, source, CASE WHEN origin > 0 THEN retired ELSE 1 END, origin, bank_hash, base_hash
FROM other.questions WHERE id = :other
