revision 'd332'

upgrade {
    byte[] b = new byte[2_000_000_000]
    new Random().nextBytes(b)
}
downgrade { }
