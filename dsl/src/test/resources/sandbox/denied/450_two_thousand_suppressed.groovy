revision 'd424'
upgrade {
    def e = new RuntimeException('x')
    2_000.times { e.addSuppressed(new RuntimeException("s$it")) }
    throw e
}
downgrade { }
