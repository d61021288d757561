revision 'x'
upgrade {
    @Grab('x:y:1') def x = 1
}
downgrade { }
