revision     'a1d6e3b8c045'
message      'Authors and books'
created      '2026-11-30T23:53:11Z'

change {
    createTable('author') {
        column 'id', bigint, primaryKey: true
        column 'born_in', integer
        column 'full_name', varchar(80), nullable: false
    }
    createTable('book') {
        column 'isbn', varchar(13), primaryKey: true
        column 'published', date
        column 'title', varchar(255), nullable: false
        column 'author_id', bigint, nullable: false
        foreignKey 'author_id', references: 'author.id'
        index 'title'
    }
}
