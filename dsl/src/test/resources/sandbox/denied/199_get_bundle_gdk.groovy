revision 'd199'

upgrade {
    ResourceBundle.getBundle('x', Locale.ROOT)
}
downgrade { }
