revision 'x'
upgrade {
    def name = 'dropTable'
    "$name"('x')
}
downgrade { }
