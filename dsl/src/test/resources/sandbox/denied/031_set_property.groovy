revision 'd031'

upgrade {
    System.setProperty('retort.pwned', 'x')
}
downgrade { }
