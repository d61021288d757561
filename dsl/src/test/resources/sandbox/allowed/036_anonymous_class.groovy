revision 'a036'

upgrade {
    Greeter g = new Greeter() { String greet() { 'hi' } }
    assert g.greet() == 'hi'
    execute 'SELECT 1'
}
downgrade { }

interface Greeter { String greet() }
