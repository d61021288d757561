revision 'd118'

upgrade {
    execute 'x'.@value.toString()
}
downgrade { }
