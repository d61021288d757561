revision 'd184'

upgrade {
    new dev.retort.internal.script.Operations(null)
}
downgrade { }
