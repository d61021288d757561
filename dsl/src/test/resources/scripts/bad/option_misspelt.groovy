revision 'x'
upgrade {
    addColumn 'projects', 'priority', varchar(10), nulable: true
}
downgrade { }
