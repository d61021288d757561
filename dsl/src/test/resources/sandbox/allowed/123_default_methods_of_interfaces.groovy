revision 'a123'

upgrade {
    Named n = new User(name: 'Ada')
    assert n.greeting() == 'Hello Ada' && Named.of('x').greeting() == 'Hello x' 
    execute 'SELECT 1'
}
downgrade { }

interface Named {
    String getName()

    default String greeting() { "Hello $name" }

    static Named of(String text) { new User(name: text) }
}

class User implements Named { String name }
