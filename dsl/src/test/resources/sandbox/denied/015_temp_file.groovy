revision 'd015'

upgrade {
    File.createTempFile('pwned', 'x')
}
downgrade { }
