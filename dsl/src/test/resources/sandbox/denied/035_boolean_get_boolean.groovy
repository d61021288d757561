revision 'd035'

upgrade {
    execute Boolean.getBoolean('x').toString()
}
downgrade { }
