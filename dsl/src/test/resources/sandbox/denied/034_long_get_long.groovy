revision 'd034'

upgrade {
    execute Long.getLong('x').toString()
}
downgrade { }
