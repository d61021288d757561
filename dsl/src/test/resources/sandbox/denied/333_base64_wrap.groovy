revision 'd333'

upgrade {
    Base64.encoder.wrap(null as OutputStream)
}
downgrade { }
