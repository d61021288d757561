revision 'd321'

upgrade {
    Exception x = new Exception('x')
    Exception y = new Exception('y', x)
    x.initCause(y)
    throw x
}
downgrade { }
