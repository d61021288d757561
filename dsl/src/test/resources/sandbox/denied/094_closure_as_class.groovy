revision 'd094'

upgrade {
    def t = { execute 'x' } as TimerTask
    t.run()
}
downgrade { }
