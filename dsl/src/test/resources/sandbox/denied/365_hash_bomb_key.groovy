revision 'd365'

upgrade {
    List<Object> l = [1]
    Map<Object, Integer> m = [:]
    28.times { l = [l, l] as List<Object> }; m.put(l, 1)
    execute m.size().toString()
}
downgrade { }
