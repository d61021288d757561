revision 'd155'

upgrade {
    Locale.default = Locale.GERMAN
}
downgrade { }
