revision 'a027'

upgrade {
    try {
        throw new Broken('why')
    } catch (Broken e) {
        assert e.message == 'why'
    }
    execute 'SELECT 1'
}
downgrade { }

class Broken extends RuntimeException {
    Broken(String m) { super(m) }
}
