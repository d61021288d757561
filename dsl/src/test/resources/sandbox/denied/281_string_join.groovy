revision 'd281'

upgrade {
    String s = 'x' * 900_000
    execute String.join(',', Collections.nCopies(10_000, s))
}
downgrade { }
