revision 'd400'

upgrade {
    List<File> files = []
    files += ['/tmp/retort-denied']
    execute files[0].text
}
downgrade { }
