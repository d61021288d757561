revision 'd027'

upgrade {
    System.exit(3)
}
downgrade { }
