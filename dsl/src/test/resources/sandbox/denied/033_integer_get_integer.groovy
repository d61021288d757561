revision 'd033'

upgrade {
    execute Integer.getInteger('java.specification.version').toString()
}
downgrade { }
