revision 'd088'

upgrade {
    Holder.go()
}
downgrade { }

class Holder { static { System.setProperty('retort.pwned', 'x') }
    static void go() { } }
