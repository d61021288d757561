revision 'd040'

upgrade {
    [1].each { println it }
}
downgrade { }
