revision 'd364'

upgrade {
    List<Object> l = [1]
    28.times { l = [l, l] as List<Object> }; execute l.hashCode().toString()
}
downgrade { }
