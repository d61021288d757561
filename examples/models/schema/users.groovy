table('users') {
    column 'id', integer, primaryKey: true
    column 'email', varchar(255), nullable: false, unique: true
    column 'name', varchar(80), nullable: false
}
