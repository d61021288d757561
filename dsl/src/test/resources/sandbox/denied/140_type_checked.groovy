revision 'd140'

upgrade {
    execute 'x'
}
downgrade { }

@groovy.transform.TypeChecked(extensions = 'x.groovy')
class X { }
