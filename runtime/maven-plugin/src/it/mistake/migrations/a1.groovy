revision 'a1'

upgrade {
    createTabel('users') {
        column 'id', integer, primaryKey: true
    }
}

downgrade {
    dropTable 'users'
}
