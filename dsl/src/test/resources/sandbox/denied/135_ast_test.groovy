revision 'd135'

upgrade {
    execute 'x'
}
downgrade { }

@groovy.transform.ASTTest(value = { System.setProperty('retort.pwned', 'x') })
class X { }
