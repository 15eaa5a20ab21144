SELECT id, scheduling FROM presets
