revision 'd067'

upgrade {
    ResourceBundle.getBundle('x')
}
downgrade { }
