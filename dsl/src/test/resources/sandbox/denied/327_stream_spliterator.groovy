revision 'd327'

upgrade {
    execute([1].spliterator().trySplit().toString())
}
downgrade { }
