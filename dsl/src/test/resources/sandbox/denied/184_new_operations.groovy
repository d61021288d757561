revision 'd184'

upgrade {
    new dev.retort.script.Operations(null)
}
downgrade { }
