revision 'd216'

upgrade {
    execute "${new S()}"
}
downgrade { }

class S { String toString() { while (true) { } } }
