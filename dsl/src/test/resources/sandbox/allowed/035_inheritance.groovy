revision 'a035'

upgrade {
    Animal a = new Dog()
    assert a.say() == 'animal dog'
    assert a instanceof Dog
    execute 'SELECT 1'
}
downgrade { }

abstract class Animal { String say() { 'animal ' + word() }
    abstract String word() }
class Dog extends Animal { String word() { 'dog' } }
