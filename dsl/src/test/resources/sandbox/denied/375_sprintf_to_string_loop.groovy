revision 'd375'

upgrade {
    execute sprintf('%s', new Endless())
}
downgrade { }

class Endless {
    String toString() { while (true) { } }
}
