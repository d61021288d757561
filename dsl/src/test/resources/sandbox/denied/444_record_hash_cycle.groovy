revision 'd271'

upgrade {
    List<Object> l = []
    l << new R(l)
    execute l.hashCode().toString()
}
downgrade { }

record R(List<Object> l) { }
