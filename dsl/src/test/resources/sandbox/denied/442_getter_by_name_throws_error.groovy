revision 'd442'

upgrade {
    [new Own()]*.name.each { execute "SELECT $it" }
}
downgrade { }

class Own { String getName() { assert 1 == 2
    'x' } }
