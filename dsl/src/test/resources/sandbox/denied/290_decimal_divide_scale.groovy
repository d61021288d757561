revision 'd290'

upgrade {
    execute 1.0g.divide(3.0g, 2_000_000_000, RoundingMode.HALF_UP).toString()
}
downgrade { }
