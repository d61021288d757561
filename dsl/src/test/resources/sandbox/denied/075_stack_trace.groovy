revision 'd075'

upgrade {
    try { throw new RuntimeException('x') } catch (RuntimeException e) { execute e.stackTrace[0].toString() }
}
downgrade { }
