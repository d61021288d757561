revision 'd038'

upgrade {
    System.setOut(null)
}
downgrade { }
