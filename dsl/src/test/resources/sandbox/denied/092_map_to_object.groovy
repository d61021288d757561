revision 'd092'

upgrade {
    def t = [name: 'x'] as Thread
    execute t.toString()
}
downgrade { }
