revision 'd186'

upgrade {
    throw new dev.retort.RetortException(null, 'x')
}
downgrade { }
