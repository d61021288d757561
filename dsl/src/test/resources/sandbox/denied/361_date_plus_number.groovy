revision 'd361'

upgrade {
    execute((LocalDate.EPOCH + 1).toString())
}
downgrade { }
