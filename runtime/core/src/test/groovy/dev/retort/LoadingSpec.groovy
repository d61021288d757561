package dev.retort

import dev.retort.RetortException.Kind
import java.nio.file.Files
import java.nio.file.Path

/** Files of SQL and of rows beside the scripts, the same on every database; a subclass names the database. */
abstract class LoadingSpec extends DatabaseSpec {

    static final String ITEMS = '''createTable('items') {
                column 'id', integer, primaryKey: true
                column 'name', varchar(40)
                column 'price', numeric(10, 2)
                column 'sold', bool
                column 'at', timestamp
                column 'extra', json
                column 'raw', bytes
                column 'state', text, nullable: false, default: 'new'
            }'''

    private Path file(String name, String text) {
        def path = project.migrations.resolve(name)
        Files.createDirectories(path.parent)
        Files.writeString(path, text)
    }

    private RetortException refused(String upgrade, String more = "irreversible 'x'") {
        project.revision('a', [], "upgrade {\n$upgrade\n}\n$more")
        try {
            project.retort(database).upgrade('head')
        } catch (RetortException e) {
            return e
        }
        throw new AssertionError('nothing was refused')
    }

    private void upgraded(String upgrade) {
        project.revision('a', [], "upgrade {\n$upgrade\n}\nirreversible 'x'")
        project.retort(database).upgrade('head')
    }

    private List<List> items() {
        database.rows('SELECT id, name, price, sold, at, extra, raw, state FROM items ORDER BY id').collect { row ->
            [row[0] as int, row[1], row[2] as String, row[3] == null ? null : row[3] in [true, 1], row[4]?.toString()?.replaceFirst(/\.0$/, ''),
             row[5]?.toString(), row[6] == null ? null : new String((byte[]) row[6], 'UTF-8'), row[7]]
        }
    }

    // ---- executeFile ----

    def "the statements of a file are run, and undone by the file that down names"() {
        given:
        file('data/seed.sql', "\uFEFFCREATE TABLE a (n integer);\r\n\r\nINSERT INTO a VALUES (1); -- one;\nINSERT INTO a VALUES (2) /* no end */")
        file('unseed.sql', 'DROP TABLE a;')
        project.revision('a', [], "change { executeFile 'data/seed.sql', down: 'unseed.sql' }")
        def retort = project.retort(database)

        when:
        retort.upgrade('head')

        then:
        database.rows('SELECT n FROM a ORDER BY n') == [[1], [2]]

        when:
        retort.downgrade('base')
        database.rows('SELECT n FROM a')

        then:
        thrown(java.sql.SQLException)
    }

    def "a statement that fails is named by its file, line and column beside the script's line"() {
        given:
        file('seed.sql', "CREATE TABLE a (n integer);\n\n  INSERT INTO nowhere VALUES (1);\n")

        when:
        def e = refused("execute 'CREATE TABLE before (n integer)'\nexecuteFile 'seed.sql'")

        then:
        e.message.startsWith('migrations/seed.sql:3:')
        e.message.contains('Revision a (upgrade) failed: ')
        e.message.contains('nowhere')
        e.message.contains('Asked for in migrations/a.groovy:6.')
        e.message.contains('Nothing of this revision was kept')
        project.retort(database).rows() == [] as Set
    }

    def "a file is refused before anything runs: #name"() {
        given:
        file('seed.sql', 'SELECT 1')
        file('broken.sql', "SELECT 1;\nSELECT 'x")
        file('shell.sql', "SELECT 1;\n\n\\i other.sql")
        file('copy.sql', "COPY a TO stdout;\n")
        file('commit.sql', "SELECT 1;\n COMMIT")
        Files.write(project.migrations.resolve('latin.sql'), "SELECT 1;\nSELECT 'caf\u00e9'".getBytes('ISO-8859-1'))
        Files.createDirectory(project.migrations.resolve('folder'))
        Files.createSymbolicLink(project.migrations.resolve('link.sql'), Files.writeString(project.home.resolve('out.sql'), 'SELECT 1'))

        when:
        def e = refused("execute 'CREATE TABLE before (n integer)'\nexecuteFile '$name'")

        then:
        e.kind() == Kind.SCRIPT
        e.message.startsWith(message)
        tables() == []

        where:
        name             | message
        'sed.sql'        | 'migrations/a.groovy:6:13: There is no file "migrations/sed.sql". Did you mean "seed.sql"?'
        'd/seed.sql'     | 'migrations/a.groovy:6:13: There is no file "migrations/d/seed.sql". Names are relative to the folder of the script.'
        '../out.sql'     | 'migrations/a.groovy:6:13: "../out.sql" leads out of the folder of the script.'
        'x/../seed.sql'  | 'migrations/a.groovy:6:13: "x/../seed.sql" leads out'
        '/etc/passwd'    | 'migrations/a.groovy:6:13: "/etc/passwd" leads out'
        'link.sql'       | 'migrations/a.groovy:6:13: "link.sql" is a link that leads out of the folder of the script.'
        'folder'         | 'migrations/a.groovy:6:13: "folder" is not a file.'
        'broken.sql'     | 'migrations/broken.sql:2:8: The string that begins here has no end'
        'shell.sql'      | 'migrations/shell.sql:3:1: There is a command of a shell here: \\i other.sql.'
        'copy.sql'       | "migrations/copy.sql:1:1: There is a COPY with rows of the script's own here, which only a shell can run."
        'commit.sql'     | 'migrations/commit.sql:2:2: A migration may not end its transaction: COMMIT.'
        'latin.sql'      | 'migrations/latin.sql:2:12: The file is not UTF-8 here.'
    }

    def "a computed name is refused, however it is hidden"() {
        given:
        file('seed.sql', 'CREATE TABLE a (n integer)')

        expect:
        refused('executeFile "se${1}.sql"').message.startsWith('migrations/a.groovy:5:13: The name of a file of executeFile is not written out.')
    }

    def "an edited file of an applied revision is told as an edited script is, unless nothing of its meaning changed"() {
        given:
        file('seed.sql', "CREATE TABLE a (n integer);\nINSERT INTO a VALUES (1);")
        file('rows.csv', 'n\n1\n')
        project.revision('a', [], "upgrade { executeFile 'seed.sql'\nbulkInsert 'a', csv('rows.csv') }\nirreversible 'x'")
        def retort = project.retort(database)
        retort.upgrade('head')

        expect:
        retort.status().edited().empty

        when:
        file('seed.sql', "-- told\r\nCREATE TABLE a (n  integer);\r\nINSERT INTO a VALUES (1);\r\n")
        file('rows.csv', 'n\r\n1\r\n')

        then:
        retort.status().edited().empty

        when:
        file(edited, text)

        then:
        retort.status().edited()*.id() == ['a']

        where:
        edited     | text
        'seed.sql' | "CREATE TABLE a (n integer);\nINSERT INTO a VALUES (2);"
        'rows.csv' | 'n\n2\n'
    }

    def "offline mode writes the statements and the rows of files"() {
        given:
        file('seed.sql', "CREATE TABLE a (n integer, t text);\nINSERT INTO a VALUES (1, 'x');")
        file('rows.csv', "n,t\n2,it's\n3,\n")
        project.revision('a', [], "upgrade { executeFile 'seed.sql'\nbulkInsert 'a', csv('rows.csv')\nbulkInsert 'a', [[n: 4, t: 'y']] }\nirreversible 'x'")
        def sql = new StringBuilder()

        when:
        project.retort(database).upgradeSql('base:head', sql)

        then:
        sql.contains("INSERT INTO a VALUES (1, 'x');")
        sql =~ /INSERT INTO a \(n, t\) VALUES \('?2'?, 'it''s'\);/
        sql =~ /INSERT INTO a \(n, t\) VALUES \('?3'?, NULL\);/
        sql.contains("INSERT INTO a (n, t) VALUES (4, 'y');")
    }

    // ---- rows of files ----

    def "a CSV file becomes rows of the column's types"() {
        given:
        file('items.csv', '\uFEFF"id",name,price,sold,at,extra,raw\r\n' +
                '1,"a ""b"", c\nd",1.50,true,2026-11-21 10:15:00,"{""k"": [1]}",\\x61c3a9\r\n' +
                '2,"",,f,2026-11-21T10:15:00,,\r\n' +
                '\r\n' +
                '3,,-2,YES,,null,\n' +
                '4,\\N \\t \u20ac\t.,0,0,,,')

        when:
        upgraded("$ITEMS\nbulkInsert 'items', csv('items.csv')")

        then:
        items()*.take(4) == [[1, 'a "b", c\nd', price('1.50'), true], [2, '', null, false], [3, null, price('-2.00'), true], [4, '\\N \\t \u20ac\t.', price('0.00'), false]]
        items()*.get(4) == ['2026-11-21 10:15:00'] * 2 + [null] * 2
        items()*.get(5) == ['{"k": [1]}', null, 'null', null]
        items()*.get(6) == ['a\u00e9', null, null, null]
        items()*.get(7) == ['new'] * 4
    }

    abstract String price(String text)

    def "a CSV file may have its own delimiter, quote, nulls and columns"() {
        given:
        file('items.txt', "1;'a;b';\\N\n2;;5\n3;'\\N';6")

        when:
        upgraded("$ITEMS\nbulkInsert 'items', csv('items.txt', delimiter: ';', quote: \"'\", nulls: '\\\\N', columns: ['id', 'name', 'price'])")

        then:
        items()*.take(3) == [[1, 'a;b', null], [2, '', price('5.00')], [3, '\\N', price('6.00')]]
    }

    def "a file of JSON lines becomes rows, what is nested as JSON"() {
        given:
        file('items.jsonl', '{"id": 1, "name": "a\\u20ac", "price": 1.50, "sold": true, "extra": {"k": [1, null]}}\n\n' +
                '{"sold": null, "extra": "text", "id": 2, "name": "", "price": "2.5"}\r\n' +
                '{"id": 3, "name": "x", "price": null, "sold": false, "extra": 7}')

        when:
        upgraded("$ITEMS\nbulkInsert 'items', jsonLines('items.jsonl')")

        then:
        items()*.take(4) == [[1, 'a\u20ac', price('1.50'), true], [2, '', price('2.50'), null], [3, 'x', null, false]]
        items()*.get(5) == ['{"k":[1,null]}', '"text"', '7']
    }

    def "with its columns named, a JSON object may lack some"() {
        given:
        file('items.jsonl', '{"id": 1}\n{"id": 2, "name": "b"}\n')

        when:
        upgraded("$ITEMS\nbulkInsert 'items', jsonLines('items.jsonl', columns: ['id', 'name'])")

        then:
        items()*.take(2) == [[1, null], [2, 'b']]
    }

    def "an empty file of rows inserts none"() {
        given:
        file('items.csv', 'id,name\n')
        file('items.jsonl', '\n')

        when:
        upgraded("$ITEMS\nbulkInsert 'items', csv('items.csv')\nbulkInsert 'items', jsonLines('items.jsonl')\nbulkInsert 'items', []")

        then:
        items() == []
    }

    def "a fault of a CSV file is named with its place: #text"() {
        given:
        file('items.csv', text)

        when:
        def e = refused("$ITEMS\nbulkInsert 'items', csv('items.csv')")

        then:
        e.message.startsWith("migrations/items.csv:$place: Revision a (upgrade) failed: $message")
        e.message.contains('Asked for in migrations/a.groovy:')
        items0() == null

        where:
        text                                | place || message
        'id,name\n1,a\n2,b,c\n'             | '3:5' || 'This row has 3 values; there are 2 columns.'
        'id,name\n1,a\n2\n'                 | '3'   || 'This row has 1 value; there are 2 columns.'
        'id,nam\n1,a\n'                     | '1'   || 'The table "items" has no column "nam".\nDid you mean "name"?'
        'id,id\n'                           | '1:4' || 'The column "id" is named twice.'
        'id,\n'                             | '1:4' || 'A column has no name.'
        ''                                  | '1'   || 'The file has no line that names the columns.'
        'id,name,price\n1,"a\nb",1\n2,"x,y",cheap\n' | '4:9' || ''
        'id,name\nx,a\n'                    | '2:1' || ''
        'id,sold\n1,true\n2,maybe\n'        | '3:3' || ''
        'id,name\n1,a\n1,b\n'               | '3'   || ''
        "id,name\n1,${'é' * 40}\n2,${'b' * 41}\n" | '3:3' || ''
        'id,name\n1,"a\n2,b\n'              | '2'   || 'A quote of this row or one before it has no pair.'
    }

    def "a fault of a file of JSON lines is named with its place: #text"() {
        given:
        file('items.jsonl', text)

        when:
        def e = refused("$ITEMS\nbulkInsert 'items', jsonLines('items.jsonl')")

        then:
        e.message.startsWith("migrations/items.jsonl:$place: Revision a (upgrade) failed: $message")

        where:
        text                                     | place  || message
        '{"id": 1}\n{"id": 2, "name": "x"}'      | '2:19' || '"name" is none of the columns.'
        '{"id": 1, "name": "x"}\n\n{"id": 2}'    | '3'    || 'This object lacks "name", which the first one names.'
        '{"id": 1}\n{"id": 2}\n{"id": 1}'        | '3'    || ''
        '[1]'                                    | '1:1'  || 'This line is no object.'
        '{"id": 1} {"id": 2}'                    | '1:11' || 'The line goes on after its object.'
        '{"id": 1, "id": 2}'                     | '1:15' || "This line is no JSON: Duplicate field 'id'."
        '{"id": 1,\n"name": 2}'                  | '1:10' || 'This line is no JSON: '
        '{"id": 1, "price": "dear"}'             | '1:20' || ''
        "{\"id\": 1, \"name\": \"${'x' * 41}\"}"   | '1:19' || ''
    }

    def "what fits is kept whole, and blanks beyond the column's width are cut off"() {
        given:
        file('items.csv', "id,name\n1,${'\uD83D\uDE00' * 40}\n2,${'b' * 40}   \n")

        when:
        upgraded("$ITEMS\nbulkInsert 'items', csv('items.csv')")

        then:
        items()*.get(1) == ['\uD83D\uDE00' * 40, 'b' * 40]
    }

    def "bytes that are not UTF-8 are named with their place"() {
        given:
        Files.write(project.migrations.resolve('items.csv'), "id,name\n1,a\n2,caf\u00e9\n".getBytes('ISO-8859-1'))

        expect:
        refused("$ITEMS\nbulkInsert 'items', csv('items.csv')").message.startsWith('migrations/items.csv:3:6: Revision a (upgrade) failed: The file is not UTF-8 here.')
    }

    // ---- rows of the script ----

    def "rows of a list, an iterator, a stream and a closure are all the same, few or many"() {
        when:
        upgraded("""$ITEMS
            bulkInsert 'items', (1..$count).collect { [id: it, name: "n\$it", price: it / 4, sold: it % 2 == 0, extra: '{"a": "\\\\t"}', raw: 'x'.bytes] }
            bulkInsert 'items', (1..$count).collect { [id: 10000 + it, name: null] }.iterator()
            bulkInsert 'items', (1..$count).collect { [id: 20000 + it, name: 'a\\tb\\\\\\n'] }.stream()
            bulkInsert('items') { ${count}.times { row id: 30000 + it, name: sql('upper(\\'s\\')') } }""")

        then:
        database.rows('SELECT count(*), count(name), sum(id), min(state) FROM items')[0]*.toString() ==
                [4 * count, 3 * count, (2 * count * (count + 1) + 60000 * count - count) as String, 'new']*.toString()
        items()[1] == [2, 'n2', price('0.50'), true, null, '{"a": "\\t"}', 'x', 'new']
        database.rows('SELECT DISTINCT name FROM items WHERE id > 20000 ORDER BY name') as Set == [['S'], ['a\tb\\\n']] as Set

        where:
        count << [3, 49, 2345]
    }

    def "the row at fault is named by its number: #rows"() {
        when:
        def e = refused("$ITEMS\nbulkInsert 'items', $rows")

        then:
        e.message.startsWith('migrations/a.groovy:')
        e.message.contains(message)

        where:
        rows                                                          || message
        '(1..9).collect { [id: it == 7 ? 1 : it] }'                   || 'Revision a (upgrade) failed: Row 7 for "items"'
        '(1..4321).collect { [id: it == 4007 ? 1 : it] }'             || 'Revision a (upgrade) failed: Row 4007 for "items"'
        '[[id: 1], [id: 2, name: 3]]'                                 || 'Row 2 for "items" does not name the columns of the first row.'
    }

    private Object items0() {
        'items' in tables() ? items() : null
    }
}
