revision 'd277'

upgrade {
    List<Object> l = []
    l << l
    execute l.flatten().toString()
}
downgrade { }
