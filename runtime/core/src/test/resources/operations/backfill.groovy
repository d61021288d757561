// backfill
// Sets columns of many rows in batches, each in a transaction of its own; an interrupted one goes on where it stopped. `down` says what a downgrade sets, `''` that there is nothing to undo.
// given
createTable('videos') {
    column 'id', integer, primaryKey: true
    column 'youtube_id', text
    column 'source_id', text
}
// shown
backfill 'videos', set: 'source_id = youtube_id', where: 'source_id IS NULL AND youtube_id IS NOT NULL',
        batchSize: 1000, down: ''
