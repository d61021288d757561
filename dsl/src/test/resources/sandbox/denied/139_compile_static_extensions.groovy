revision 'd139'

upgrade {
    execute 'x'
}
downgrade { }

@groovy.transform.CompileStatic(extensions = 'x.groovy')
class X { }
