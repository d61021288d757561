revision 'x'
upgrade {
    addColumn 'projects', 'at', timestamp(timzone: true)
}
downgrade { }
