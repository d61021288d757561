revision 'd195'

upgrade {
    java.beans.Introspector.getBeanInfo(String)
}
downgrade { }
