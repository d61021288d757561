revision 'd284'

upgrade {
    StringBuilder b = new StringBuilder('x' * 900_000)
    40.times { b.insert(0, b.toString()) }
    execute b.toString()
}
downgrade { }
