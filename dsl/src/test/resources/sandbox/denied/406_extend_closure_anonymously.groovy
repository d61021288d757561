revision 'd406'

upgrade {
    new Closure<String>(this, this) { String doCall(Object... arguments) { 'x' } }.call()
}
downgrade { }
