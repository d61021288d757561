revision 'd021'

upgrade {
    new ServerSocket(0)
}
downgrade { }
