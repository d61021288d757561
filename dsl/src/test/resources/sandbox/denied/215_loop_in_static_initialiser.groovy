revision 'd215'

upgrade {
    S.go()
}
downgrade { }

class S { static { while (true) { } }
    static void go() { } }
