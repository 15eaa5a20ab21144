-- Every setting that either copy has or had, with when it was last set by hand there and here.
WITH keys AS (SELECT key FROM other.settings UNION SELECT key FROM other.setting_stamps
              UNION SELECT key FROM main.settings UNION SELECT key FROM main.setting_stamps)
SELECT k.key, o.value, coalesce(t.at, 0), s.value, coalesce(u.at, 0)
FROM keys k
LEFT JOIN other.settings o ON o.key = k.key LEFT JOIN other.setting_stamps t ON t.key = k.key
LEFT JOIN main.settings s ON s.key = k.key LEFT JOIN main.setting_stamps u ON u.key = k.key
WHERE k.key GLOB :keys
