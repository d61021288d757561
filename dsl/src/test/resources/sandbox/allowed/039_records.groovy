revision 'a039'

upgrade {
    Point p = new Point(1, 2)
    assert p.x() == 1 && p.sum() == 3
    assert p == new Point(1, 2)
    assert p.toString().contains('1')
    assert [(p): 'here'][new Point(1, 2)] == 'here'
    execute 'SELECT 1'
}
downgrade { }

record Point(int x, int y) { int sum() { x + y } }
