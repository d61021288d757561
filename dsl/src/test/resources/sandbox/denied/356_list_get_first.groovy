revision 'd356'

upgrade {
    execute(['a'].getFirst())
}
downgrade { }
