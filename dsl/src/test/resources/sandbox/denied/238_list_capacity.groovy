revision 'd238'

upgrade {
    new ArrayList<Integer>(2000000000)
}
downgrade { }
