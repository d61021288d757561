revision 'd229'

upgrade {
    String s = 'x'
    while (true) { s += s }
}
downgrade { }
