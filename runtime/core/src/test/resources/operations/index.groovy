// index
// An index of a table that is created, with the options of `createIndex`.
// shown
createTable('videos') {
    column 'title', text
    column 'created_at', timestamp(timezone: true)
    index 'created_at', order: [created_at: 'DESC']
    index sql('lower(title)'), name: 'ix_videos_title'
}
