revision 'd197'

upgrade {
    execute 'x'.intern()
}
downgrade { }
