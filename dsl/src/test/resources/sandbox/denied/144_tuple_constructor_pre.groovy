revision 'd144'

upgrade {
    new X()
}
downgrade { }

@groovy.transform.TupleConstructor(pre = { System.setProperty('retort.pwned', 'x') })
class X { }
