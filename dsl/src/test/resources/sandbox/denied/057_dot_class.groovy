revision 'd057'

upgrade {
    execute 'x'.class.toString()
}
downgrade { }
