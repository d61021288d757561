revision 'd368'

upgrade {
    BigInteger i = 1234567
    20.times { i = i.multiply(i) }
    execute i.toString()
}
downgrade { }
