revision 'a066'

upgrade {
    Closure<Closure<Integer>> adder = { int a -> return { int b -> a + b } as Closure<Integer> }
    assert adder(1).call(2) == 3
    execute 'SELECT 1'
}
downgrade { }
