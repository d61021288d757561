revision 'd131'

upgrade {
    new org.codehaus.groovy.runtime.MethodClosure('x', 'getClass').call()
}
downgrade { }
