SELECT id FROM presets WHERE scheduling = :scheduling
