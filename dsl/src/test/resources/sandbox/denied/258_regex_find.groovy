revision 'd258'

upgrade {
    if (('a' * 40 + 'b') =~ /(.*a){15}c/) { execute 'x' }
}
downgrade { }
