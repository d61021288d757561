revision 'd112'

upgrade {
    String.mixin(ArrayList)
}
downgrade { }
