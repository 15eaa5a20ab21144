INSERT INTO main.lives SELECT uid, count FROM other.lives WHERE true
ON CONFLICT (uid) DO UPDATE SET count = excluded.count WHERE excluded.count > count
