revision 'd226'

upgrade {
    List l = []
    l.add(l)
    execute l.hashCode().toString()
}
downgrade { }
