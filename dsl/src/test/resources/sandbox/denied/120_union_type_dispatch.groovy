revision 'd120'

upgrade {
    Object o = 'x'
    if (o instanceof String || o instanceof StringBuilder) { execute o.getClass().toString() }
}
downgrade { }
