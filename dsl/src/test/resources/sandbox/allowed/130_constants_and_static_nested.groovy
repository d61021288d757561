revision 'a130'

upgrade {
    assert Config.LIMITS.max == 10 && Config.NAMES.contains('b') && Config.Level.HIGH.weight == 3
    assert new Config.Entry(1).plus(2) == 3
    assert Config.cached('x') == 1 && Config.cached('x') == 1 && Config.calls == 1
    execute 'SELECT 1'
}
downgrade { }

class Config {
    static final Map<String, Integer> LIMITS = [max: 10].asImmutable()
    static final List<String> NAMES = ['a', 'b'].asUnmodifiable()
    static int calls = 0
    private static final Map<String, Integer> CACHE = [:]

    static int cached(String key) { CACHE.computeIfAbsent(key) { Config.calls++; it.size() } }

    enum Level {
        LOW(1), HIGH(3)
        final int weight
        Level(int w) { weight = w }
    }

    static class Entry {
        final int n
        Entry(int n) { this.n = n }
        int plus(int m) { n + m }
    }
}
