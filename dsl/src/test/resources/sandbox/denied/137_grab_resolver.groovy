revision 'd137'

upgrade {
    execute 'x'
}
downgrade { }

@GrabResolver(name = 'x', root = 'http://localhost:1/')
class X { }
