revision 'd366'

upgrade {
    List<Object> x = [1]
    List<Object> y = [1]
    24.times { x = [x, x] as List<Object>; y = [y, y] as List<Object> }; execute x.equals(y).toString()
}
downgrade { }
