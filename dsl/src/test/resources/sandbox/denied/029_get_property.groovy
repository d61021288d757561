revision 'd029'

upgrade {
    execute System.getProperty('user.home')
}
downgrade { }
