revision 'a006'

upgrade {
    assert [3, 1, 2].sum() == 6
    assert [3, 1, 2].min() == 1
    assert [3, 1, 2].max() == 3
    execute 'SELECT 1'
}
downgrade { }
