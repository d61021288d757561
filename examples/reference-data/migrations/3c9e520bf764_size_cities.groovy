revision     '3c9e520bf764'
downRevision '2b8d41fae653'
message      'Say how large a city is, one update for each'

upgrade {
    execute 'UPDATE cities SET size = :size WHERE id = :id', [
        [id: 1, size: 'large'],
        [id: 2, size: 'small'],
        [id: 3, size: 'medium'],
    ]
}

downgrade {
    execute 'UPDATE cities SET size = NULL WHERE id = :id', [
        [id: 1],
        [id: 2],
        [id: 3],
    ]
}
