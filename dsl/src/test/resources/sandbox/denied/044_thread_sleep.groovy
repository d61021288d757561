revision 'd044'

upgrade {
    Thread.sleep(10)
}
downgrade { }
