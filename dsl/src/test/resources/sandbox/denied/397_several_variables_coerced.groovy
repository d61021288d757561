revision 'd397'

upgrade {
    def (File a, File b) = ['/tmp/retort-denied', 'x'].reverse()
    execute a.text
}
downgrade { }
