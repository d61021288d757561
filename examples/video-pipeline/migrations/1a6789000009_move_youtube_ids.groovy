revision     '1a6789000009'
downRevision '0f5678000008'
message      'Move youtube_id to youtube_video_id, batch by batch'

upgrade('The videos stay writable. When it is interrupted, the same command goes on at the last batch.') {
    addColumn 'videos', 'youtube_video_id', text
    backfill 'videos', set: 'youtube_video_id = youtube_id',
        where: 'youtube_video_id IS NULL AND youtube_id IS NOT NULL', batchSize: 1000
}

downgrade {
    dropColumn 'videos', 'youtube_video_id'
}
