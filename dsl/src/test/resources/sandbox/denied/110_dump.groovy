revision 'd110'

upgrade {
    execute 'x'.dump()
}
downgrade { }
