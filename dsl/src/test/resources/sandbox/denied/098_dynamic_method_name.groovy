revision 'd098'

upgrade {
    String n = 'exit'
    System."$n"(3)
}
downgrade { }
