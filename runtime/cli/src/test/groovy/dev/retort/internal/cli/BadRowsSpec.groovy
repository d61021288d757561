package dev.retort.internal.cli

import java.nio.file.Files

/** Files of rows that cannot be loaded: the command says where and why, and leaves nothing behind. */
@spock.lang.Tag('database')
class BadRowsSpec extends CommandSpec {

    def "on #dialect, #source with #text is refused at #place"() {
        given:
        on(dialect)
        project.script('a.groovy', """\
            revision 'a'
            upgrade {
                createTable('tags') { column 'id', integer, primaryKey: true
                                      column 'name', varchar(5) }
                execute "INSERT INTO tags VALUES (100, 'x')"
                bulkInsert 'tags', $source
            }
            irreversible 'no'
            """.stripIndent())
        Files.write(project.migrations.resolve('rows.txt'), text.getBytes('ISO-8859-1'))

        when:
        def outcome = retort('upgrade head')

        then:
        outcome.exit == exit
        outcome.err.readLines().find { it.startsWith('error: ') }.startsWith("error: migrations/$place: ")
        outcome.err.contains(said)
        !outcome.err.contains('\tat ')
        tables() == []

        when: 'the same as JSON'
        def json = retort('--json upgrade head')

        then:
        json.exit == exit
        json.json.error.problems[0].file == "migrations/${place.split(':')[0]}"
        tables() == []

        where:
        [dialect, [source, text, place, exit, said]] << [DIALECTS, [
                ["csv('none.csv')", '', 'a.groovy:6:28', 3, 'There is no file "migrations/none.csv".'],
                ["csv('../rows.txt')", '', 'a.groovy:6:28', 3, 'leads out of the folder of the script'],
                ["csv('/etc/hostname')", '', 'a.groovy:6:28', 3, '"/etc/hostname"'],
                ["jsonLines('none.jsonl')", '', 'a.groovy:6:34', 3, 'There is no file "migrations/none.jsonl".'],
                ["csv('rows.txt')", 'id,name\n1,a\n2\n', 'rows.txt:3', 1, 'This row has 1 value; there are 2 columns.'],
                ["csv('rows.txt')", 'id,name\n1,a\n2,b,c\n', 'rows.txt:3:5', 1, 'This row has 3 values; there are 2 columns.'],
                ["csv('rows.txt')", 'id,name\n1,\u00e9\n', 'rows.txt:2:3', 1, 'The file is not UTF-8 here.'],
                ["csv('rows.txt')", 'id,name\n1,a\n2,too long\n', 'rows.txt:3:3', 1, 'too long'],
                ["csv('rows.txt')", 'id,nam\n1,a\n', 'rows.txt:1', 1, 'The table "tags" has no column "nam".\nDid you mean "name"?'],
                ["csv('rows.txt')", 'id,name\n1,a\ntwo,b\n', 'rows.txt:3:1', 1, '"two"'],
                ["csv('rows.txt')", 'id,name\n1,a\n100,b\n', 'rows.txt:3', 1, 'failed: '],
                ["jsonLines('rows.txt')", '{"id": 1, "name": "a"}\n{"id": 2}\n', 'rows.txt:2', 1, 'This object lacks "name"'],
                ["jsonLines('rows.txt')", '{"id": 1, "name": "a"}\n{"id": 2,\n', 'rows.txt:2:10', 1, 'This line is no JSON'],
                ["jsonLines('rows.txt')", '{"id": 1, "name": "\u00e9"}\n', 'rows.txt:1:20', 1, 'The file is not UTF-8 here.'],
                ["jsonLines('rows.txt')", '{"id": 1, "name": "too long"}\n', 'rows.txt:1:19', 1, 'too long'],
                ["jsonLines('rows.txt')", '{"id": "one"}\n', 'rows.txt:1:8', 1, '"one"'],
                ["jsonLines('rows.txt')", '{"id": 1, "nam": "a"}\n', 'rows.txt:1', 1, 'Did you mean "name"?'],
        ]].combinations()
    }
}
