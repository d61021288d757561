revision 'x'
upgrade {
    def x = 'a'.&trim
}
downgrade { }
