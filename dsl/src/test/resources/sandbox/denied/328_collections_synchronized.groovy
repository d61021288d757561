revision 'd328'

upgrade {
    execute Collections.synchronizedList([1]).toString()
    Collections.list(System.properties.elements())
}
downgrade { }
