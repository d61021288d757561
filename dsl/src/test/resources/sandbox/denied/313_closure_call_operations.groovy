revision 'd313'

upgrade {
    Closure<Object> c = { 1 }
    Object d = c.delegate
    execute d['channel'].toString()
}
downgrade { }
