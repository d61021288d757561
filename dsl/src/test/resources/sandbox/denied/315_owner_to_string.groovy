revision 'd315'

upgrade {
    Closure<Object> c = { 1 }
    throw new IllegalStateException(c.owner.toString().replaceAll(/@.*/, ''))
}
downgrade { }
