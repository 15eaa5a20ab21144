UPDATE undo SET label = :text0, detail = :text1 WHERE id = :id
