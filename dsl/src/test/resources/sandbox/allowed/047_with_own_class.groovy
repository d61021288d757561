revision 'a047'

upgrade {
    Box b = new Box()
    b.with { size = 3
        label = 'x' }
    assert b.size == 3 && b.label == 'x'
    execute 'SELECT 1'
}
downgrade { }

class Box { int size
    String label }
