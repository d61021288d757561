revision 'd257'

upgrade {
    execute((('a' * 40 + 'b') ==~ /(.*a){15}c/).toString())
}
downgrade { }
