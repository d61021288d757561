revision 'd228'

upgrade {
    execute 'x' * 2000000000
}
downgrade { }
