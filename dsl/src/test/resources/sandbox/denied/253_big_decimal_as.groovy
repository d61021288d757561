revision 'd253'

upgrade {
    BigDecimal d = '1e2000000000' as BigDecimal
    execute d.toBigInteger().toString()
}
downgrade { }
