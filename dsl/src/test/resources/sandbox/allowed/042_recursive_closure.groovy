revision 'a042'

upgrade {
    Closure<Integer> fib = null
    fib = { int n -> n < 2 ? n : fib(n - 1) + fib(n - 2) }
    assert fib(10) == 55
    execute 'SELECT 1'
}
downgrade { }
