package dev.retort

import dev.retort.internal.testing.Project
import groovy.transform.CompileStatic

/** A chain of random revisions that are valid on a dialect, each with a way down. */
@CompileStatic
final class RandomChain {

    private static final Map<String, String> TYPES = [
            text: "'te\\\\xt:a'", 'varchar(30)': "'it\\'s \"v\"'", integer: '-7', bigint: '9000000000L', 'numeric(12, 3)': '-12.5', bool: 'true',
            date: "'2024-02-29'", 'timestamp(timezone: true)': "'2001-09-09T01:46:40Z'", json: "'{\"a\": [1, \"\\\\u00e9\"]}'", bytes: "'\\u0000é'.getBytes('UTF-8')",
            doublePrecision: '1.5e-7d', uuid: "'7f1dbd3c-5f3e-4c39-9d0c-0f6f2b1c8a55'", smallint: '3']
    private static final List<String> TEXTS = ["'a\\\\b'", "'x\\r\\ny'", "':name ?'", "'\$\$ \\\\! \\\\q'", "'go\\n/\\n.quit'", "'; -- COMMIT'", "'é\\u0301 \\uD83D\\uDE00'", 'null', "''"]

    private final Random random
    private final List<Table> tables = []
    private final List<String> up = []
    private final List<String> down = []
    private int count

    private RandomChain(Random random) {
        this.random = random
    }

    private static final class Table {
        String name
        /** The column's type by its name. */
        Map<String, String> columns = [:]
        Set<String> used = [] as Set
        int rows
    }

    /** Writes the scripts r1, r2, … into a project. */
    static Project write(long seed, int revisions) {
        RandomChain chain = new RandomChain(new Random(seed))
        Project project = new Project()
        (1..revisions).each { int i ->
            chain.up.clear()
            chain.down.clear()
            (1 + chain.random.nextInt(4)).times { chain.operation() }
            project.revision("r$i".toString(), i == 1 ? [] : ["r${i - 1}".toString()],
                    "upgrade {\n${indented(chain.up)}\n}\ndowngrade {\n${indented(chain.down.reverse())}\n}")
        }
        project
    }

    private static String indented(List<String> lines) {
        lines.collect { "    $it" }.join('\n')
    }

    private void operation() {
        if (tables.isEmpty()) {
            createTable()
            return
        }
        Table table = pick(tables)
        switch (random.nextInt(16)) {
            case 0: createTable(); break
            case 1: addColumn(table); break
            case 2: dropColumn(table); break
            case 3: renameColumn(table); break
            case 4: renameTable(table); break
            case 5: index(table); break
            case 6: check(table); break
            case 7: unique(table); break
            case 8: batch(table); break
            case 9: alter(table); break
            case 10: enumeration(table); break
            case 11: case 12: insert(table); break
            case 13: update(table); break
            case 14: view(table); break
            default: reference(table)
        }
    }

    private <T> T pick(Collection<T> many) {
        (many as List<T>)[random.nextInt(many.size())]
    }

    private String fresh(String kind) {
        count++
        // Names that need quotes, now and then.
        random.nextInt(5) == 0 ? "$kind Ü $count".toString() : "${kind}_$count".toString()
    }

    private void say(String way, String back) {
        up << way
        down << back
    }

    private void createTable() {
        Table table = new Table(name: fresh('t'))
        (1 + random.nextInt(4)).times { table.columns[fresh('c')] = pick(TYPES.keySet()) }
        String columns = table.columns.collect { name, type -> "column '$name', $type${random.nextInt(3) == 0 ? ", default: ${TYPES[type]}" : ''}" }
                .findAll { !it.contains('getBytes') }.join('; ')
        table.columns.values().removeAll { it == 'bytes' }
        String key = random.nextBoolean() ? 'integer, primaryKey: true' : 'bigint, identity: true, primaryKey: true'
        say("createTable('$table.name') { column 'id', $key; $columns }", "dropTable '$table.name'")
        tables << table
    }

    private void addColumn(Table table) {
        String name = fresh('c')
        String type = pick(TYPES.keySet() - 'bytes')
        String rest = random.nextBoolean() ? '' : ", nullable: false, default: ${TYPES[type]}"
        say("addColumn '$table.name', '$name', $type$rest", "dropColumn '$table.name', '$name'")
        table.columns[name] = type
    }

    private List<String> free(Table table) {
        table.columns.keySet().findAll { !table.used.contains(it) } as List<String>
    }

    private void dropColumn(Table table) {
        if (free(table)) {
            String name = pick(free(table))
            say("dropColumn '$table.name', '$name'", "addColumn '$table.name', '$name', ${table.columns.remove(name)}")
        }
    }

    private void renameColumn(Table table) {
        if (free(table)) {
            String name = pick(free(table))
            String next = fresh('c')
            say("renameColumn '$table.name', '$name', '$next'", "renameColumn '$table.name', '$next', '$name'")
            table.columns[next] = table.columns.remove(name)
        }
    }

    private void renameTable(Table table) {
        String next = fresh('t')
        say("renameTable '$table.name', '$next'", "renameTable '$next', '$table.name'")
        table.name = next
    }

    private void index(Table table) {
        String name = fresh('ix')
        String column = use(table)
        String how = pick(["['id', '$column']".toString(), "[sql('(id + 1)')]", "['$column'], where: 'id > 0'".toString()])
        if (table.columns[column] == 'json') {
            how = "['id']"
        }
        say("createIndex '$name', '$table.name', $how${random.nextInt(4) == 0 ? ', concurrently: true' : ''}", "dropIndex '$name', '$table.name'")
    }

    private String use(Table table) {
        String column = table.columns ? pick(table.columns.keySet()) : 'id'
        table.used << column
        column
    }

    private void check(Table table) {
        String name = fresh('ck')
        String condition = pick(['id > -1', "id <> 0 OR \\':x ?\\' = \\'a\\\\\\\\b\\'", 'id BETWEEN -5 AND 100000'])
        say("createCheckConstraint '$name', '$table.name', '$condition'", "dropConstraint '$name', '$table.name', type: 'check'")
    }

    private void unique(Table table) {
        String name = fresh('uq')
        String column = use(table)
        List<String> columns = table.columns[column] == 'json' ? ['id'] : ['id', column].unique()
        say("createUniqueConstraint '$name', '$table.name', [${columns.collect { "'$it'" }.join(', ')}]", "dropConstraint '$name', '$table.name', type: 'unique'")
    }

    private void batch(Table table) {
        String added = fresh('c')
        String index = fresh('ix')
        say("batchAlterTable('$table.name') { addColumn '$added', integer, default: 4; createIndex '$index', ['$added'] }",
                "batchAlterTable('$table.name') { dropIndex '$index'; dropColumn '$added' }")
        table.columns[added] = 'integer'
        table.used << added
    }

    private void alter(Table table) {
        String text = table.columns.keySet().find { table.columns[it] == 'text' && !table.used.contains(it) }
        if (text) {
            say("alterColumn '$table.name', '$text', default: ${pick(TEXTS)}", "alterColumn '$table.name', '$text', default: null, nullable: true")
        }
    }

    private void enumeration(Table table) {
        String type = fresh('e')
        String column = fresh('c')
        String words = "['sad', 'it\\'s', 'a\\\\b']"
        say("createEnum '$type', $words", "dropEnum '$type'")
        say("addColumn '$table.name', '$column', enumeration('$type', $words)", "dropColumn '$table.name', '$column'")
        say("table('$table.name').update(['$column': 'it\\'s'])", "table('$table.name').update(['$column': null])")
    }

    private void insert(Table table) {
        List<Map> rows = (1..(1 + random.nextInt(3))).collect {
            Map<String, String> row = [id: (++table.rows) as String] as Map<String, String>
            table.columns.each { name, type -> row[name] = type == 'text' ? pick(TEXTS) : TYPES[type] }
            // Not all columns, so that defaults act too; the same ones in all rows.
            row
        }
        Set<String> left = table.columns.keySet().findAll { table.columns[it] in ['smallint', 'uuid'] } as Set<String>
        String text = rows.collect { row -> '[' + row.findAll { !left.contains(it.key) }.collect { "'$it.key': $it.value" }.join(', ') + ']' }.join(', ')
        say("bulkInsert '$table.name', [$text]", "table('$table.name').where(id: [${rows*.id.join(', ')}]).delete()")
    }

    private void update(Table table) {
        String name = "\\\"$table.name\\\""
        String way = pick([
                "execute \"UPDATE $name SET id = id-:a + :b WHERE id >= :c\", a: -5, b: -5L, c: 1".toString(),
                "execute \"UPDATE $name SET id = id + :n / 2 WHERE id = 3 * :n / 2.0\", n: 0G".toString(),
                "execute \"UPDATE $name SET id = id WHERE 'a\\\\\\\\b ? :c' <> :t\", [[t: 'x:y'], [t: 'it\\'s']]".toString(),
                "execute 'SELECT 1 -- the end ; of it'"])
        say(way, "table('$table.name').where(id: -99).delete()")
    }

    private void view(Table table) {
        String name = fresh('v')
        say("createView '$name', 'SELECT id FROM \"$table.name\" WHERE id <> 4'", "dropView '$name'")
    }

    private void reference(Table table) {
        String column = fresh('c')
        Table other = pick(tables)
        String key = fresh('fk')
        say("addColumn '$table.name', '$column', bigint", "dropColumn '$table.name', '$column'")
        say("createForeignKey '$key', '$table.name', '$other.name', ['$column'], ['id']", "dropConstraint '$key', '$table.name', type: 'foreignKey'")
    }
}
