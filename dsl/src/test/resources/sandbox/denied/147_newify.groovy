revision 'd147'

upgrade {
    execute 'x'
}
downgrade { }

@Newify(File)
class X { def f = File('x') }
