SELECT question FROM cards WHERE phase = 0
