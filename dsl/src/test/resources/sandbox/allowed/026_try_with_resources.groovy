revision 'a026'

upgrade {
    assert Res.use() == ['body', 'closed']
    execute 'SELECT 1'
}
downgrade { }

class Res implements AutoCloseable {
    static final List<String> LOG = []
    void close() { LOG << 'closed' }
    static List<String> use() {
        try (Res r = new Res()) { LOG << 'body' }
        return LOG
    }
}
