revision 'd273'

upgrade {
    List<Object> x = []
    List<Object> y = []
    x << y
    y << x
    execute x.equals(y).toString()
}
downgrade { }
