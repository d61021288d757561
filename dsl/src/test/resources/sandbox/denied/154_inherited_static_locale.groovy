revision 'd154'

upgrade {
    Locale.setDefault(Locale.GERMAN)
}
downgrade { }
