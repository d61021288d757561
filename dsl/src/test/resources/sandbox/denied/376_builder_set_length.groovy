revision 'd376'

upgrade {
    def text = new StringBuilder('a')
    text.setLength(1_500_000_000)
    execute text.toString()
}
downgrade { }
