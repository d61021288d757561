revision 'x'
upgrade {
    def x = async { 1 }
}
downgrade { }
