revision 'd295'

upgrade {
    execute((LocalDate.MIN..LocalDate.MAX).size().toString())
}
downgrade { }
