revision 'd125'

upgrade {
    run(new File('x'), [])
}
downgrade { }
