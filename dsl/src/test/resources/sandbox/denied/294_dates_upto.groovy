revision 'd294'

upgrade {
    int n = 0
    LocalDate.MIN.upto(LocalDate.MAX) { n++ }
    execute n.toString()
}
downgrade { }
