UPDATE questions SET bank_hash = :hash WHERE id = :id
