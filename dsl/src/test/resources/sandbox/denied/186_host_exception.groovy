revision 'd186'

upgrade {
    throw new dev.retort.error.RetortException(null, 'x')
}
downgrade { }
