// onlyOn
// What is for one database alone. It is also allowed inside `createTable` and `batchAlterTable`.
// shown
createTable('videos') {
    column 'id', integer, primaryKey: true
    onlyOn('postgresql') { column 'tags', array(text) }
    onlyOn('sqlite') { column 'tags', json }
}
onlyOn('postgresql') {
    createIndex 'ix_videos_tags', 'videos', ['tags'], using: 'gin'
}
