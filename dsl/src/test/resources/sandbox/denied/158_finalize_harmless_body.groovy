revision 'd158'

upgrade {
    new F()
}
downgrade { }

class F { void finalize() { } }
