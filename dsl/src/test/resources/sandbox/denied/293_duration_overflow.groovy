revision 'd293'

upgrade {
    execute Duration.ofSeconds(Long.MAX_VALUE).plusSeconds(1).toString()
}
downgrade { }
