SELECT key, value FROM settings WHERE key GLOB :pattern ORDER BY key
