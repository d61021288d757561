revision 'd256'

upgrade {
    execute(('a' * 40 + 'b').matches('(.*a){15}c').toString())
}
downgrade { }
