revision 'a004'

upgrade {
    assert [1, 2, 3].inject(0) { int a, int b -> a + b } == 6
    execute 'SELECT 1'
}
downgrade { }
