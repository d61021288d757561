revision 'd181'

upgrade {
    execute channel.toString()
}
downgrade { }
