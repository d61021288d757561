revision 'x'
upgrade {
    addColumn 'a', 'b', timestamp, default: now()
}
downgrade { }
