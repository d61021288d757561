revision 'd429'
interface F { int f(int x); default int g(int x) { g(x + 1) } }
upgrade {
    F f = { int x -> x } as F; f.g(1)
}
downgrade { }
