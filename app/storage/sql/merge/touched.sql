SELECT question FROM temp.touched ORDER BY question
