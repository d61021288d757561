revision 'd432'
int f() { while (true) { try { f() } finally { return 1 } } }
upgrade {
    f()
}
downgrade { }
