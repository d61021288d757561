revision 'd377'

upgrade {
    def text = new StringBuilder('a')
    text.length = 1_500_000_000
    execute text.toString()
}
downgrade { }
