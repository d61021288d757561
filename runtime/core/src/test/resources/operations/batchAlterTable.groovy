// batchAlterTable
// Several changes of one table in one go: one rebuild where SQLite needs one, plain changes on PostgreSQL. The operations on one table are written in it, without the table's name.
// given
createTable('users') {
    column 'id', integer, primaryKey: true
    column 'email', text
    column 'nick', text
}
// shown
batchAlterTable('users') {
    alterColumn 'email', nullable: false
    dropColumn 'nick', was: text
    createUniqueConstraint 'uq_users_email', ['email']
}
