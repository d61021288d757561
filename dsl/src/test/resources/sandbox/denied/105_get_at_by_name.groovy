revision 'd105'

upgrade {
    Object o = 'x'
    execute o['class'].toString()
}
downgrade { }
