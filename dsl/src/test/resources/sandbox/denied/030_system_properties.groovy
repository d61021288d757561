revision 'd030'

upgrade {
    execute System.properties.toString()
}
downgrade { }
