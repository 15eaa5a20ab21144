SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')
