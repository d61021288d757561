revision 'd157'

upgrade {
    new F()
}
downgrade { }

class F { protected void finalize() { System.setProperty('retort.pwned', 'x') } }
