revision 'd223'

upgrade {
    go(1)
}
downgrade { }

int go(int n) { try { return go(n + 1) } catch (Throwable t) { return go(n) } }
