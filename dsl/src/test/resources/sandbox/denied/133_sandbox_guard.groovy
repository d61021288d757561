revision 'd133'

upgrade {
    execute dev.retort.sandbox.unit.Watched.toString()
}
downgrade { }
