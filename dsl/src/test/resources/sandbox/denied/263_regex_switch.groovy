revision 'd263'

upgrade {
    switch ('a' * 40 + 'b') { case ~/(.*a){15}c/: execute 'x' }
}
downgrade { }
