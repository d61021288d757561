revision 'd2'

enum Level { LOW, HIGH }
record Plan(String name, int price) {}
class Names {
    static String plural(String one) { one.endsWith('y') ? one[0..-2] + 'ies' : one + 's' }
}
int depth(int n) { n <= 0 ? 0 : 1 + depth(n - 1) }

upgrade {
    def plans = [new Plan('free', 0), new Plan('pro', 10)]
    bulkInsert 'plans', plans.collect { [name: it.name(), price: it.price()] }
    ['category', 'tag'].eachWithIndex { word, i ->
        createTable(Names.plural(word)) {
            column 'id', integer, primaryKey: true
            column 'rank', integer, default: i
        }
    }
    Map<String, Integer> counts = ['a', 'b', 'a'].groupBy { it }.collectEntries { k, v -> [(k): v.size()] }
    execute 'SELECT :n', n: counts['a']
    String text = 'x-1'
    if (text ==~ /x-\d/) {
        execute "SELECT '${text.replace('-', '_')}'"
    }
    switch (depth(3)) {
        case 1..3: execute 'SELECT 3'; break
        default: execute 'SELECT 0'
    }
    try {
        throw new IllegalArgumentException('caught')
    } catch (IllegalArgumentException e) {
        execute 'SELECT :m', m: e.message
    } finally {
        execute 'SELECT 1'
    }
    table('t').where(level: Level.HIGH).update(on: LocalDate.parse('2026-02-03').plusDays(1))
    def (first, second) = ['p', 'q']
    execute 'SELECT :a', a: first
}

irreversible 'an exercise'
