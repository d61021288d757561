revision 'd230'

upgrade {
    execute 'x'.padLeft(2000000000)
}
downgrade { }
