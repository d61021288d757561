revision 'd208'

upgrade {
    for (;;) { int x = 1 }
}
downgrade { }
