revision 'd231'

upgrade {
    execute 'x'.center(2000000000)
}
downgrade { }
