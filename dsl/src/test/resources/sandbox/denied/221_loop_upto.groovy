revision 'd221'

upgrade {
    0.upto(Integer.MAX_VALUE) { Number n -> 0.upto(n) { } }
}
downgrade { }
