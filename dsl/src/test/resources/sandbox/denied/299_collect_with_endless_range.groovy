revision 'd299'

upgrade {
    int n = 0
    for (int i in (0..Integer.MAX_VALUE)) { n++ }
    execute n.toString()
}
downgrade { }
