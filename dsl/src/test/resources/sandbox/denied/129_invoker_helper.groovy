revision 'd129'

upgrade {
    org.codehaus.groovy.runtime.InvokerHelper.invokeMethod('x', 'getClass', null)
}
downgrade { }
