revision 'd292'

upgrade {
    execute new BigDecimal('1E+150001').toBigInteger().toString()
}
downgrade { }
