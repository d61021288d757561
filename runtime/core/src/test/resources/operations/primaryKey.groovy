// primaryKey
// The key of a table that is created; the only way to say one of several columns and its name.
// shown
createTable('members') {
    column 'team_id', integer
    column 'user_id', integer
    primaryKey 'team_id', 'user_id', name: 'pk_members'
}
