revision 'd162'

upgrade {
    F.go()
}
downgrade { }

class F { static native void go() }
