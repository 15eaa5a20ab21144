DELETE FROM moves WHERE id = :id
