revision 'd422'
upgrade {
    Throwable e = new RuntimeException('0')
    2_000.times { e = new RuntimeException("n$it", e) }
    throw e
}
downgrade { }
