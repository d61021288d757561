revision 'd191'

upgrade {
    java.util.logging.Logger.getLogger('x').info('x')
}
downgrade { }
