revision 'd180'

upgrade {
    execute delegate.channel.toString()
}
downgrade { }
