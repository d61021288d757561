revision     '0b1012000004'
downRevision '0a1789000003'
message      'Add video_metadata table for extended video information'

upgrade {
    createTable('video_metadata', ifNotExists: true) {
        column 'id', integer, identity: true, primaryKey: true
        column 'video_id', integer, nullable: false, references: 'videos.id', onDelete: 'CASCADE'
        column 'view_count', bigint
        column 'like_count', bigint
        column 'channel_id', text
        column 'fetched_at', timestamp(timezone: true), nullable: false, default: sql('CURRENT_TIMESTAMP')
    }
    createIndex 'video_metadata_video_id_idx', 'video_metadata', ['video_id'], ifNotExists: true
    createIndex 'video_metadata_channel_id_idx', 'video_metadata', ['channel_id'], ifNotExists: true
}

downgrade {
    dropIndex 'video_metadata_channel_id_idx', ifExists: true
    dropIndex 'video_metadata_video_id_idx', ifExists: true
    dropTable 'video_metadata', ifExists: true
}
