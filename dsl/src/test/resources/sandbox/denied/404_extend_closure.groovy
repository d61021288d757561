revision 'd404'

upgrade {
    new Own(this).call()
}
downgrade { }

class Own extends Closure<String> {
    Own(Object owner) { super(owner, owner) }
    String doCall(Object... arguments) { 'x' }
}
