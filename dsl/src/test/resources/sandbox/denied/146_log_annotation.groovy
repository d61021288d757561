revision 'd146'

upgrade {
    execute 'x'
}
downgrade { }

@groovy.util.logging.Log
class X { }
