revision 'x'
upgrade {
    table('users').where(a: 1).updat(b: 2)
}
downgrade { }
