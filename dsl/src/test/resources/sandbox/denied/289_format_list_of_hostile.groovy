revision 'd289'

upgrade {
    execute String.format('%s', [new S()])
}
downgrade { }

class S { String toString() { while (true) { } } }
