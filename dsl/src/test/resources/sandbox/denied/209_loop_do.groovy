revision 'd209'

upgrade {
    int n = 0
    do { n++ } while (n >= 0 || n < 0)
}
downgrade { }
