revision 'd205'

upgrade {
    System.loadLibrary('x')
}
downgrade { }
