revision 'd227'

upgrade {
    execute 'x'.repeat(2000000000)
}
downgrade { }
