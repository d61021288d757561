revision 'd348'

upgrade {
    execute Json.parse('1e2000000000').toString()
}
downgrade { }
