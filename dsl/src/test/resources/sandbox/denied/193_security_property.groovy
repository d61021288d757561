revision 'd193'

upgrade {
    java.security.Security.setProperty('x', 'x')
}
downgrade { }
