revision 'd160'

upgrade {
    new F()
}
downgrade { }

class F implements GroovyInterceptable { Object invokeMethod(String n, Object a) { n } }
