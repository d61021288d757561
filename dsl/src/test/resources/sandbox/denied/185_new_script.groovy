revision 'd185'

upgrade {
    new dev.retort.internal.script.Migration() { }
}
downgrade { }
