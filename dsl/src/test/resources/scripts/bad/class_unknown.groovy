revision 'x'
upgrade {
    def x = new Fooo()
}
downgrade { }
