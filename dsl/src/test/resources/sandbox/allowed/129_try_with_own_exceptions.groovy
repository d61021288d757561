revision 'a129'

upgrade {
    List<String> log = []
    try {
        check(-1)
    } catch (Invalid | ArithmeticException e) {
        log << e.message
    } finally {
        log << 'done'
    }
    assert log == ['-1 is no size', 'done']
    String said = null
    try {
        [1].get(3)
    } catch (IndexOutOfBoundsException e) {
        said = e instanceof RuntimeException ? 'out' : ''
    }
    assert said == 'out' 
    execute 'SELECT 1'
}
downgrade { }

class Invalid extends IllegalArgumentException {
    Invalid(int n) { super("$n is no size".toString()) }
}

static void check(int n) {
    if (n < 0) throw new Invalid(n)
}
