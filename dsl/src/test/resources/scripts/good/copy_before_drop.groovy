revision 'd4'

upgrade('Copies the notes, which the next revision drops') {
    createTable('notes_backup') {
        column 'task_id', integer, nullable: false
        column 'note', text
    }
    execute 'INSERT INTO notes_backup (task_id, note) SELECT id, note FROM tasks WHERE note IS NOT NULL'
}

downgrade { dropTable 'notes_backup' }
