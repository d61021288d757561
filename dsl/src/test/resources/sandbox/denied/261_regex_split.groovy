revision 'd261'

upgrade {
    execute(('a' * 40 + 'b').split('(.*a){15}c').length.toString())
}
downgrade { }
