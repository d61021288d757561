// dialect, argument
// Which database it is, `'postgresql'` or `'sqlite'`; and what was given with `-x name=value`, or null.
// given
createTable('videos') { column 'tags', text }
// shown
createIndex 'ix_videos_tags', 'videos', ['tags'], using: dialect == 'postgresql' ? 'hash' : null
if (argument('demo') != null) {
    bulkInsert 'videos', [[tags: 'demo']]
}
// down
dropIndex 'ix_videos_tags'
