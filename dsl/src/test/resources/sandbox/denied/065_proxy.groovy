import java.lang.reflect.Proxy

revision 'd065'

upgrade {
    Proxy.getProxyClass(null)
}
downgrade { }
