revision 'd076'

upgrade {
    new RuntimeException('x').printStackTrace()
}
downgrade { }
