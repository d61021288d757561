revision 'd363'

upgrade {
    while (Instant.now().isBefore(Instant.MAX)) { }
}
downgrade { }
