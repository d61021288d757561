revision 'a045'

upgrade {
    assert total(1, 2, 3) == 6
    assert total() == 0
    execute 'SELECT 1'
}
downgrade { }

int total(int... xs) { int s = 0
    for (int x in xs) { s += x }
    s }
