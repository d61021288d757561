revision 'd252'

upgrade {
    execute new BigDecimal('1e2000000000').toBigInteger().toString()
}
downgrade { }
