revision 'a078'

upgrade {
    List<Person> ps = [new Person(name: 'a'), new Person(name: 'b')]
    assert ps*.name == ['a', 'b']
    assert ps.name == ['a', 'b']
    execute 'SELECT 1'
}
downgrade { }

class Person { String name }
