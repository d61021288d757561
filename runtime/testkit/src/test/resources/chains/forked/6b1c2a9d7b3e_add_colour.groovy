revision     '6b1c2a9d7b3e'
downRevision '4f1c2a9d7b3e'
message      'Add a colour to projects'
created      '2026-11-23T10:15:00Z'

change {
    addColumn 'projects', 'colour', varchar(10)
}
