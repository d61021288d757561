revision 'd326'

upgrade {
    [1].stream().onClose { System.setProperty('retort.pwned', 'x') }.close()
}
downgrade { }
