revision 'd367'

upgrade {
    BigDecimal d = 1234567.891
    19.times { d = d.multiply(d) }
    execute d.toString()
}
downgrade { }
