revision 'd179'

upgrade {
    Closure c = { 'x' }
    execute c.metaClass.toString()
}
downgrade { }
