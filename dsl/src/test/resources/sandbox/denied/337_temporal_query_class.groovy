revision 'd337'

upgrade {
    execute LocalDate.EPOCH.query { it.getClass() }.toString()
}
downgrade { }
