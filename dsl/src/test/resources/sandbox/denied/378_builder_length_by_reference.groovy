revision 'd378'

upgrade {
    def text = new StringBuilder('a')
    java.util.function.IntConsumer grow = text::setLength
    grow.accept(1_500_000_000)
    execute text.toString()
}
downgrade { }
