revision 'd287'

upgrade {
    execute String.format('%1$2000000000s', 'x')
}
downgrade { }
