revision 'd020'

upgrade {
    execute InetAddress.getLocalHost().hostName
}
downgrade { }
