// createForeignKey
// Adds a foreign key: its name, the table, the table it refers to, the columns of both.
// given
createTable('users') { column 'id', integer, primaryKey: true }
createTable('tasks') { column 'user_id', integer }
// shown
createForeignKey 'fk_tasks_user', 'tasks', 'users', ['user_id'], ['id'], onDelete: 'CASCADE'
