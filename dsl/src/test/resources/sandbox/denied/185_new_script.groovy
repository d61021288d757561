revision 'd185'

upgrade {
    new dev.retort.script.Migration() { }
}
downgrade { }
