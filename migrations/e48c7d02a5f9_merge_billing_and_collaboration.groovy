revision     'e48c7d02a5f9'
downRevision 'c02d8f416be7', 'd93a1b5e7f60'
message      'Merge billing and collaboration'
created      '2026-09-01T08:00:00Z'

upgrade {
}

downgrade {
}
