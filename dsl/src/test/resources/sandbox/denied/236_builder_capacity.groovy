revision 'd236'

upgrade {
    new StringBuilder(2000000000)
}
downgrade { }
