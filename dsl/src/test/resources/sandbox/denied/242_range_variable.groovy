revision 'd242'

upgrade {
    int n = 2000000000
    execute "${(0..n).sum()}"
}
downgrade { }
