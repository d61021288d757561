revision 'd133'

upgrade {
    execute dev.retort.internal.sandbox.unit.Watched.toString()
}
downgrade { }
