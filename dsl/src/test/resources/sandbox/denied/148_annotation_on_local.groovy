revision 'd148'

upgrade {
    @SuppressWarnings('x') int n = 1
    execute 'x'
}
downgrade { }
