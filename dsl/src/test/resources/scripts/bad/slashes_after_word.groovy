revision 'x'
upgrade {
    execute /UPDATE \d/
}
downgrade { }
