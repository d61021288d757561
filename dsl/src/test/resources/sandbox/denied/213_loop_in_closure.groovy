revision 'd213'

upgrade {
    [1].each { while (true) { } }
}
downgrade { }
