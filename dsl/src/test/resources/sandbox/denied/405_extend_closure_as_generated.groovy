import org.codehaus.groovy.runtime.GeneratedClosure

revision 'd405'

upgrade {
    new Own(this).call()
}
downgrade { }

class Own extends Closure<String> implements GeneratedClosure {
    Own(Object owner) { super(owner, owner) }
    String doCall(Object... arguments) { 'x' }
}
