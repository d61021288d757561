revision 'd204'

upgrade {
    System.gc()
}
downgrade { }
