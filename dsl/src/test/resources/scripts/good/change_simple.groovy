revision 'c1'

change {
    createTable('labels') {
        column 'id', integer, primaryKey: true
        column 'name', text, nullable: false
    }
    addColumn 'tasks', 'label_id', integer, references: 'labels.id'
    createIndex 'ix_tasks_label', 'tasks', ['label_id'], concurrently: true
}
