revision 'x'
upgrade {
    def x = 'a'.@value
}
downgrade { }
