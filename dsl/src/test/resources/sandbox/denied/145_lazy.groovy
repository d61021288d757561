revision 'd145'

upgrade {
    execute 'x'
}
downgrade { }

class X { @Lazy String s = System.getProperty('x') }
