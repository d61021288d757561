revision 'd262'

upgrade {
    execute(('a' * 40 + 'b').findAll(/(.*a){15}c/).size().toString())
}
downgrade { }
