revision     'def456000002'
downRevision 'abc123000001'
message      'Add thumbnail_url to videos table'

upgrade('Store YouTube video thumbnail URLs for faster UI rendering. Backwards compatible: nullable.') {
    addColumn 'videos', 'thumbnail_url', text
}

downgrade('Data loss is acceptable: thumbnails can be fetched again.') {
    dropColumn 'videos', 'thumbnail_url'
}
