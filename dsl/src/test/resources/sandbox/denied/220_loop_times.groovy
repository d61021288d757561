revision 'd220'

upgrade {
    Integer.MAX_VALUE.times { int n -> n.times { } }
}
downgrade { }
