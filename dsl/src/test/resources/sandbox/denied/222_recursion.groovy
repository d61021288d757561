revision 'd222'

upgrade {
    go(1)
}
downgrade { }

int go(int n) { go(n + 1) + 1 }
