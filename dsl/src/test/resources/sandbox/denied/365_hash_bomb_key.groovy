revision 'd365'

upgrade {
    List<Object> l = [1]
    31.times { l = [l, l] as List<Object> }
    Map<Object, Integer> m = [:]
    m.put(l, 1)
    execute m.size().toString()
}
downgrade { }
