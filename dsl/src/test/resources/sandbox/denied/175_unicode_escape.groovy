revision 'd175'

upgrade {
    execute \u0053ystem.getProperty('user.home')
}
downgrade { }
