INSERT INTO presets (scheduling) VALUES (:scheduling)
