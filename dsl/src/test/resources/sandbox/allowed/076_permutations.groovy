revision 'a076'

upgrade {
    assert [1, 2, 3].permutations().size() == 6
    assert [1, 2, 3].subsequences().size() == 7
    assert [[1, 2], [3, 4]].combinations().size() == 4
    execute 'SELECT 1'
}
downgrade { }
