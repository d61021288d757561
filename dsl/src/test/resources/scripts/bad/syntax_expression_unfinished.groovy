revision 'x'
upgrade {
    def x = 5 +
}
downgrade { }
