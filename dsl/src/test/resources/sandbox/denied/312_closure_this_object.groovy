revision 'd312'

upgrade {
    Closure<Object> c = { 1 }
    execute c.thisObject.getMetaClass().toString()
}
downgrade { }
