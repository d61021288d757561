revision 'd350'

upgrade {
    List<Object> l = ['0123456789']
    40.times { l = [l, l] as List<Object> }
    execute Json.text(l)
}
downgrade { }
