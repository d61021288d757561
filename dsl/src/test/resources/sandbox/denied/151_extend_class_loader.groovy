revision 'd151'

upgrade {
    new L()
}
downgrade { }

class L extends ClassLoader { }
