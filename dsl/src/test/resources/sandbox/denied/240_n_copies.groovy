revision 'd240'

upgrade {
    execute Collections.nCopies(2000000000, 1).toString()
}
downgrade { }
