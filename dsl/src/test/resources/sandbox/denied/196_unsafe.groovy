revision 'd196'

upgrade {
    sun.misc.Unsafe.getUnsafe()
}
downgrade { }
