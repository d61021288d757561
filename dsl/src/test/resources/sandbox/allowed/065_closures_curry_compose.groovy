revision 'a065'

upgrade {
    Closure<Integer> add = { int a, int b -> a + b }
    assert add.curry(1)(2) == 3
    Closure<Integer> inc = { int a -> a + 1 }
    Closure<Integer> both = inc >> { int a -> a * 2 } as Closure<Integer>
    assert both(1) == 4
    assert add.maximumNumberOfParameters == 2
    execute 'SELECT 1'
}
downgrade { }
