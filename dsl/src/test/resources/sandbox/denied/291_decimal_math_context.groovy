revision 'd291'

upgrade {
    execute 1.0g.divide(3.0g, new MathContext(2_000_000_000)).toString()
}
downgrade { }
