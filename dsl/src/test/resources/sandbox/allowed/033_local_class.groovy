revision 'a033'

upgrade {
    Person p = new Person(name: 'Ada', age: 36)
    assert p.name == 'Ada'
    p.age += 1
    p.age++
    assert p.age == 38
    assert p.toString() == 'Ada (38)'
    execute 'SELECT 1'
}
downgrade { }

class Person {
    String name
    int age
    String toString() { "$name ($age)" }
}
