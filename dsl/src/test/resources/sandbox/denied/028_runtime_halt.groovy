revision 'd028'

upgrade {
    Runtime.runtime.halt(3)
}
downgrade { }
