revision 'd399'

upgrade {
    def (a, b) = java.util.stream.Stream.iterate(1) { int i -> i + 1 }.toList()
    execute "$a $b"
}
downgrade { }
