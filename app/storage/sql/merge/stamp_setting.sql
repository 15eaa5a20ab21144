INSERT INTO main.setting_stamps VALUES (:key, :at) ON CONFLICT (key) DO UPDATE SET at = excluded.at
