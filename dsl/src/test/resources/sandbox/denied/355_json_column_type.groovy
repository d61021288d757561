revision 'd355'

upgrade {
    execute json.parse('1').toString()
}
downgrade { }
