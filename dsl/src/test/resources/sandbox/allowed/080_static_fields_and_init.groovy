revision 'a080'

upgrade {
    assert Conf.NAMES['a'] == 1
    execute 'SELECT 1'
}
downgrade { }

class Conf {
    static final Map<String, Integer> NAMES = new HashMap<>()
    static { NAMES['a'] = 1 }
}
