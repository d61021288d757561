revision 'd274'

upgrade {
    List<Object> x = []
    List<Object> y = []
    x << y
    y << x
    execute((x == y).toString())
}
downgrade { }
