revision 'd019'

upgrade {
    new Socket('localhost', 1)
}
downgrade { }
