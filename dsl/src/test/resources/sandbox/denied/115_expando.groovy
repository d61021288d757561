revision 'd115'

upgrade {
    execute new Expando(a: 1).toString()
}
downgrade { }
