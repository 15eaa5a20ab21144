INSERT INTO question_index (question_index) VALUES ('rebuild')
