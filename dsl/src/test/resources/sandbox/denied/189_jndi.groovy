revision 'd189'

upgrade {
    new javax.naming.InitialContext().lookup('ldap://localhost:1/x')
}
downgrade { }
