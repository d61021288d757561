revision 'x'
upgrade {
    def x = new org.postgresql.Driver()
}
downgrade { }
