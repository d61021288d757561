revision 'd106'

upgrade {
    Object o = Locale.ROOT
    o['default'] = Locale.GERMAN
}
downgrade { }
