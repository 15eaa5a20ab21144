SELECT id, CAST(label AS BLOB), CAST(detail AS BLOB) FROM undo
