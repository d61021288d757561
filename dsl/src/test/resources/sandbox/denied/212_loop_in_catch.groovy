revision 'd212'

upgrade {
    try { throw new RuntimeException('x') } catch (RuntimeException e) { while (true) { } }
}
downgrade { }
