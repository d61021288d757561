revision 'd109'

upgrade {
    execute 'x'.properties.toString()
}
downgrade { }
