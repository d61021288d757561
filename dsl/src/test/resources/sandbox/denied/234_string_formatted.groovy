revision 'd234'

upgrade {
    execute '%1$2000000000s'.formatted('x')
}
downgrade { }
