SELECT CAST(key AS BLOB), CAST(value AS BLOB) FROM settings
