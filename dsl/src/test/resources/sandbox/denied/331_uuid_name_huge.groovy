revision 'd331'

upgrade {
    execute UUID.nameUUIDFromBytes(new byte[2_000_000_000]).toString()
}
downgrade { }
