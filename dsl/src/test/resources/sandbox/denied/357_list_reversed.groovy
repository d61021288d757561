revision 'd357'

upgrade {
    execute(['a'].reversed().toString())
}
downgrade { }
