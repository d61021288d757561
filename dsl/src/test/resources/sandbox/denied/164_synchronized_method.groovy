revision 'd164'

upgrade {
    go()
}
downgrade { }

synchronized void go() { }
