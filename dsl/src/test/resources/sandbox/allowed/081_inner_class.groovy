revision 'a081'

upgrade {
    assert new Outer().make().v == 7
    execute 'SELECT 1'
}
downgrade { }

class Outer {
    int base = 7
    Inner make() { new Inner(v: base) }
    static class Inner { int v }
}
