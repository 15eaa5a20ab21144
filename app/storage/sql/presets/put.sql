INSERT INTO presets (id, scheduling) VALUES (:id, :scheduling)
ON CONFLICT (id) DO UPDATE SET scheduling = excluded.scheduling
