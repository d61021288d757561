revision 'd283'

upgrade {
    StringBuilder b = new StringBuilder('x' * 900_000)
    40.times { b.append(b) }
    execute b.toString()
}
downgrade { }
