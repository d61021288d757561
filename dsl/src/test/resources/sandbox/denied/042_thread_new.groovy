revision 'd042'

upgrade {
    new Thread({ System.setProperty('retort.pwned', 'x') }).start()
}
downgrade { }
