revision 'x'
upgrade {
    createIndex 'ix', 'projects', 'priority'
}
downgrade { }
