revision 'd272'

upgrade {
    List<Object> l = []
    l << new R(l)
    execute l.toString()
}
downgrade { }

record R(List<Object> l) { }
