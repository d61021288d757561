// alterColumn
// Changes the name, type, default, comment, identity or nullability of a column. On SQLite the table is rebuilt unless only the name changes.
// given
createTable('tasks') {
    column 'id', integer, primaryKey: true
    column 'title', varchar(40)
}
// shown
alterColumn 'tasks', 'title', type: text, nullable: false, existingType: varchar(40)
