revision 'd052'

upgrade {
    addShutdownHook { System.setProperty('retort.pwned', 'x') }
}
downgrade { }
