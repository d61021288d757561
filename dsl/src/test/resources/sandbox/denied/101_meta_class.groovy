revision 'd101'

upgrade {
    String.metaClass.foo = { 1 }
}
downgrade { }
