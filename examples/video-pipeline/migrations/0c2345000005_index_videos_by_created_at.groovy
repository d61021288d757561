revision     '0c2345000005'
downRevision '0b1012000004'
message      'Add index on videos.created_at for faster date queries'

upgrade {
    createIndex 'videos_created_at_idx', 'videos', [sql('created_at DESC')]
}

downgrade {
    dropIndex 'videos_created_at_idx'
}
