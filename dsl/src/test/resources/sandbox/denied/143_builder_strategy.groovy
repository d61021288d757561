revision 'd143'

upgrade {
    execute 'x'
}
downgrade { }

@groovy.transform.builder.Builder(builderStrategy = Object)
class X { }
