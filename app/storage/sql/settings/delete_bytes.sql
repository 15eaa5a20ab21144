DELETE FROM settings WHERE CAST(key AS BLOB) = :key
