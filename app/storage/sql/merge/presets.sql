INSERT OR IGNORE INTO main.presets (scheduling) SELECT scheduling FROM other.presets
