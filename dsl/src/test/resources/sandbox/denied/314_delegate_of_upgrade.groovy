revision 'd314'

upgrade {
    Closure<Object> c = { 1 }
    execute((c.delegate as Map).toString())
}
downgrade { }
