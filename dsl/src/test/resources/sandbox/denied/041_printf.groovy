revision 'd041'

upgrade {
    printf('%s', 'x')
}
downgrade { }
