revision 'd430'
upgrade {
    java.util.stream.Stream.of(1).onClose { while (true) { } }.close()
}
downgrade { }
