revision 'd089'

upgrade {
    new Holder()
}
downgrade { }

class Holder { Holder() { System.setProperty('retort.pwned', 'x') } }
