// createEnum
// Makes an enumeration, a type of its own on PostgreSQL. On SQLite there is none; a column of it gets a check.
// shown
createEnum 'mood', ['sad', 'ok', 'happy']
