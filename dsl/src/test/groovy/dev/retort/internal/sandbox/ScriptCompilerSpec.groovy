package dev.retort.internal.sandbox

import dev.retort.Location
import dev.retort.Problem
import dev.retort.RetortException
import dev.retort.internal.sandbox.runtime.Budget
import dev.retort.internal.script.Databases
import dev.retort.internal.script.DeclaredHeader
import dev.retort.internal.script.NamingConvention
import dev.retort.internal.script.ScriptFailed
import dev.retort.internal.script.ScriptTrace
import java.time.Duration
import spock.lang.Shared
import spock.lang.Specification

class ScriptCompilerSpec extends Specification {

    @Shared
    ScriptCompiler compiler = new ScriptCompiler()

    def "what a closure throws comes out as plain data, with its line in #file"() {
        given:
        def migration = compiler.compile(file, '''\
            revision 'x'
            upgrade {
                [1].each {
                    throw new IllegalArgumentException('no')
                }
            }
            downgrade { }
            '''.stripIndent())

        when:
        migration.upgrade(new GoldenScripts.RecordedChannel())

        then:
        def e = thrown(ScriptFailed)
        e.thrown() == new ScriptFailed.Thrown('IllegalArgumentException', 'no.', Location.of(file, 4))
        e.problems() == [Problem.at(Location.of(file, 4), 'no.')]
        ScriptTrace.locate(e, file) == Optional.of(Location.of(file, 4))
        ScriptTrace.locate(new RuntimeException(new Exception(e)), file) == Optional.of(Location.of(file, 4))

        where:
        file << ['migrations/4f1c2a9d7b3e_add.groovy', '2026-01-01 - was für ein name (1).groovy', 'a.b.c.groovy', 'x',
                 'C:\\m\\1.groovy', 'größe.groovy', '$1_{x}.groovy', 'class.groovy', '.groovy']
    }

    def "a failure outside of a script has no line in it"() {
        expect:
        ScriptTrace.locate(new RuntimeException('x'), 'a.groovy').empty
    }

    def "#call is refused while it runs, with its line"() {
        given:
        def migration = compiler.compile('m/x.groovy', "revision 'x'\nString none = ''\nList<String> nothing = []\n"
                + "Map<String, Object> options(Map<String, Object> o) { o }\nupgrade {\n    $call\n}\ndowngrade { }\n")

        when:
        migration.upgrade(new GoldenScripts.RecordedChannel())

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.SCRIPT
        e.message == "m/x.groovy:6: $message"

        where:
        call                                                               || message
        "dropTable none"                                                   || 'The name of the table of dropTable is empty.'
        "addColumn 't', none, text"                                        || 'The name of a column of t is empty.'
        "createIndex 'ix', 't', nothing"                                   || 'The list of columns of an index of t is empty. Name at least one column.'
        "createPrimaryKey null, 't', ['a', 'a']"                           || 'Column "a" is given twice in the primary key of t.'
        "dropTable 'app.t', schema: 'other'"                               || '"app.t" is in the schema "app", and schema: says "other". Leave one of them out.'
        "createFunction 'app.f()', schema: 'other', returns: 'void', body: 'x'" || '"app.f()" is in the schema "app", and schema: says "other". Leave one of them out.'
        "createForeignKey null, 'a.t', 'u', ['x'], ['p'], sourceSchema: 'b'" || '"a.t" is in the schema "a", and sourceSchema: says "b". Leave one of them out.'
        "dropTable 'a.b.c'"                                                || '"a.b.c" cannot be the name of the table of dropTable. Write \'name\' or \'schema.name\'; a name with a dot in it is in double quotes: \'"a.b"\'.'
        "dropSequence 'app.'"                                              || '"app." cannot be the name of a sequence. Write \'name\' or \'schema.name\'; a name with a dot in it is in double quotes: \'"a.b"\'.'
        "renameTable 'app.u', 'other.u'"                                   || '"app.u" cannot be renamed to "other.u": it stays in its schema. Write \'u\'; ALTER … SET SCHEMA, in an execute, moves it.'
        "createIndex 'other.ix', 'app.t', ['a']"                           || 'The index "other.ix" cannot be in another schema than its table "app.t". Write \'ix\', and the table with its schema: \'other.t\'.'
        "createForeignKey null, 'a', 'b', ['x'], ['p', 'q']"               || 'The foreign key has 1 column here and 2 columns in "b".'
        "createEnum 'mood', []"                                            || 'The enumeration "mood" has no values. Give it at least one.'
        "addColumn 't', 'c', varchar(0)"                                   || 'varchar(0) has no room for a value. Give it at least 1.'
        "addColumn 't', 'c', numeric(2, 5)"                                || 'numeric(2, 5) has more digits after the point than in all.'
        "addColumn 't', 'c', timestamp(9)"                                 || "A second's fraction has 0 to 6 digits, not 9."
        "addColumn 't', 'c', integer, primaryKey: true, nullable: true"    || 'Column "c" is the primary key and cannot be nullable. Leave out nullable: true.'
        "addColumn 't', 'c', integer, onDelete: 'CASCADE'"                 || 'Column "c" says what happens to a reference, but references nothing. Add references: \'table.column\'.'
        "addColumn 't', 'c', integer, stored: true"                        || 'Column "c" says stored: without generated:. Write generated: \'expression\', stored: true.'
        "addColumn 't', 'c', integer, onConflict: 'ignore'"                || 'Column "c" says onConflict:, but no rule that a row could break. It is for nullable: false, unique: true and primaryKey: true.'
        "addColumn 't', 'c', integer, match: 'full'"                       || 'Column "c" says what happens to a reference, but references nothing. Add references: \'table.column\'.'
        "addColumn 't', 'c', integer, identity: [increment: 0]"            || 'An identity cannot step by 0.'
        "alterColumn 't', 'c', collation: 'C'"                             || 'alterColumn says collation: without type:. It is a part of the type; name that too.'
        "createIndex 'i', 't', ['a'], ops: [b: 'x']"                       || 'Option "ops" speaks of "b", which is no column of an index of t. Write it into the expression where it is one: sql(\'b …\').'
        "createIndex 'i', 't', ['a'], order: [a: 'down']"                  || 'Invalid value "down" for order. Write ASC or DESC, and after it NULLS FIRST or NULLS LAST if need be.'
        "createIndex 'i', 't', ['a'], with: [fillfactor: [1]]"             || 'Option "with.fillfactor" of createIndex takes a text, a number, true or false, not "[1]".'
        "createUniqueConstraint 'u', 't', ['a'], usingIndex: 'i'"          || 'The index "i" knows the columns of a unique constraint of t. Write [] for them.'
        "createPrimaryKey 'u', 't', [], usingIndex: 'i', include: ['b']"   || 'usingIndex: takes the index as it is; include:, with: and tablespace: are said when it is created.'
        "createForeignKey 'f', 't', 'p', ['a'], ['id'], onDelete: 'set null (b)'" || 'onDelete: sets "b", which is no column of the foreign key. Its columns are a.'
        "createTable('x', onCommit: 'drop') { column 'a', integer }"       || 'Table "x" says onCommit:, but only a temporary table can. Add temporary: true.'
        "createTable('x', partitionOf: 't') { }"                           || 'The partition "x" does not say which rows it is for. Add forValues: "FROM (\'2026-01-01\') TO (\'2027-01-01\')", or forValues: \'DEFAULT\'.'
        "createTable('x', forValues: 'DEFAULT') { column 'a', integer }"   || 'Table "x" says forValues: without partitionOf:. Name the table it is a part of.'
        "createTable('x', partitionOf: 't', forValues: 'DEFAULT') { column 'a', integer }" || 'The partition "x" declares columns; it has those of "t". Take them away.'
        "addColumn 't', 'c', integer, identity: 'sometimes'"               || 'Option "identity" is true, \'always\', \'by default\' or [always: …, start: …, increment: …], not "sometimes".'
        "addColumn 't', 'c', integer, default: [1]"                        || 'Option "default" of addColumn takes a single value or sql(\'…\'), not "[1]".'
        "addColumn(options([nulable: true]), 't', 'c', integer)"           || 'addColumn has no option "nulable". Did you mean "nullable"?'
        "addColumn(options([nullable: 'x']), 't', 'c', integer)"           || 'Option "nullable" of addColumn takes true or false, not "x".'
        "alterColumn 't', 'c', existingType: text"                         || 'alterColumn changes nothing of "c". Say newColumnName:, type:, nullable:, default:, comment: or identity:.'
        "alterColumn 't', 'c', nullable: true, using: 'x'"                 || 'alterColumn says using: without type:. It computes the values of the new type; name that too.'
        "createTable('t') { comment 'x' }"                                 || 'Table "t" has no columns. Declare them: column \'id\', integer.'
        "createTable('t') { ['a', 'a'].each { column it, text } }"         || 'Table "t" has two columns "a".'
        "createTable('t') { ['a'].each { column it, text }; unique 'b' }"  || 'Table "t" declares no column "b". Did you mean "a"?'
        "createTable('t') { column 'a', text, primaryKey: true; primaryKey 'a' }" || 'Table "t" has two primary keys. Say it at the column or with primaryKey, not both.'
        "batchAlterTable('t') { }"                                         || 'batchAlterTable of "t" changes nothing.'
        "def op = it; createTable('t') { column 'a', text; op.execute 'x' }" || 'An operation of its own cannot be inside createTable. Move it after the closure.'
        "dropConstraint 'c', 't', was: ['a']"                              || 'dropConstraint says was: without type:. Add type: \'unique\', or what it is.'
        "dropConstraint 'c', 't', type: 'unique', was: 'a'"                || 'Option "was" of dropConstraint does not fit its type. It takes a list of columns, for a check its condition, for an exclusion its columns and operators.'
        "table('t').where([:]).delete()"                                   || 'where names no column. Leave it out to mean all rows.'
        "table('t').where(a: []).delete()"                                 || 'where compares "a" with an empty list. No row matches that.'
        "table('t').where(a: 1).where(b: 2).delete()"                      || 'where is given twice. Put both conditions into one.'
        "table('t').where(a: 1).insert(b: 2)"                              || 'insert has no where. Write table(\'t\').insert(column: value).'
        "bulkInsert 't', [[a: 1], [b: 2]]"                                 || 'Row 2 for "t" does not name the columns of the first row. Did you mean "a"?'
        "bulkInsert 't', [[a: 1, b: 2], [a: 1]]"                           || 'Row 2 for "t" does not name the columns of the first row. It lacks "b"; write null where there is no value.'
        "execute 'x', a: new Random()"                                     || 'A Random is not a value a database takes. Texts, numbers, booleans, dates and times, UUIDs, bytes, lists and maps are.'
        "execute none"                                                     || 'The name of the statement of execute is empty.'
    }

    def "what is wrong with #call is reported at the line on which it begins"() {
        given:
        def migration = compiler.compile('x.groovy', "revision 'x'\nupgrade {\n$call\n}\ndowngrade { }\n")

        when:
        migration.upgrade(new GoldenScripts.RecordedChannel())

        then:
        def e = thrown(RetortException)
        e.problems()*.location() == [Location.of('x.groovy', line)]

        where:
        call                                                                                   || line
        "addColumn 't',\n'c',\nvarchar(20),\nidentity: [\nincrement: 0]"                         || 3
        "createTable('x') {\ncolumn 'a',\ninteger,\nprimaryKey: true,\nnullable: true\n}"        || 4
        "table('t')\n.where(a: 1)\n.where(b: 2)\n.delete()"                                    || 3
        "['a', 'b'].each {\naddColumn 't',\nit,\nnumeric(2,\n5)\n}"                            || 4
        "def type =\nnumeric(2,\n5)"                                                           || 3
        "if (1 < 2) {\naddColumn 't', 'c',\nvarchar(20),\nidentity: [increment: 0]\n}"         || 4
    }

    def "an operation goes to the channel at once, before what follows fails"() {
        given:
        def channel = new GoldenScripts.RecordedChannel()
        def migration = compiler.compile('x.groovy', '''
            revision 'x'
            upgrade { dropTable 'a'; throw new RuntimeException('b') }
            irreversible 'c'
            ''')

        when:
        migration.upgrade(channel)

        then:
        thrown(RuntimeException)
        channel.lines.size() == 1
    }

    def "an irreversible revision does not go down"() {
        when:
        compiler.compile('x.groovy', "revision 'x'\nupgrade { }\nirreversible 'gone is gone'").downgrade(null)

        then:
        def e = thrown(RetortException)
        e.message == 'x.groovy: This revision cannot be downgraded: gone is gone'
    }

    def "the header is told as the script's statements say it"() {
        when:
        def header = compiler.compile('x.groovy', '''
            revision 'a'
            downRevision 'b', 'c'
            branchLabels 'd'
            dependsOn 'e', 'f'
            message 'g'
            created 'h'
            description 'i'
            upgrade('j') { }
            downgrade('k') { }
            ''').header()

        then:
        header == new DeclaredHeader('a', ['b', 'c'], ['d'], ['e', 'f'], [], 'g', 'h', 'i', [:], 'j', 'k')
    }

    def "two runs of one migration leave nothing to each other"() {
        given:
        def migration = compiler.compile('x.groovy', '''
            revision 'x'
            int count = 0
            upgrade { count++; execute "SELECT $count" }
            downgrade { }
            ''')

        expect:
        GoldenScripts.recorded { migration.upgrade(it) } == GoldenScripts.recorded { migration.upgrade(it) }
    }

    def "a script nested #depth deep by #how is told, not crashed on"() {
        when:
        compiler.compile('deep.groovy', "revision 'x'\nupgrade { ${text} }\ndowngrade { }\n")

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.SCRIPT
        e.message.startsWith('deep.groovy')

        where:
        how        | depth | text
        'brackets' | 500   | 'def x = ' + '(' * 500 + '1' + ')' * 500
        'lists'    | 500   | 'def x = ' + '[' * 500 + ']' * 500
        'closures' | 300   | '{ -> ' * 300 + '}' * 300
        'negations' | 20000 | 'def x = ' + '!' * 20000 + 'true'
    }

    def "a script that the compiler does not come to an end with is told"() {
        when:
        new ScriptCompiler(Duration.ofNanos(1), Budget.DEFAULT, NamingConvention.DEFAULT, { Databases.installed() }, { CompiledScripts.NONE }).compile('x.groovy', "revision 'x'\nupgrade { }\ndowngrade { }")

        then:
        def e = thrown(RetortException)
        e.message == 'x.groovy: The script cannot be compiled: it takes too long. Write it in smaller or simpler steps.'
    }

    def "a script that is too long is refused"() {
        when:
        compiler.compile('long.groovy', "revision 'x'\n// " + 'x' * 300_000)

        then:
        def e = thrown(RetortException)
        e.message == 'long.groovy: The script has more than 256 thousand characters. ' +
                'Split the migration, or load bulk data by other means.'
    }

    def "a keyword may be the name of a column or an option"() {
        given:
        def migration = compiler.compile('x.groovy', '''
            revision 'x'
            upgrade { table('t').where(package: 1, trait: 2).update(native: 3, async: 4) }
            downgrade { }
            ''')

        expect:
        GoldenScripts.recorded { migration.upgrade(it) }[0].contains("values=[native: 3, async: 4]")
    }

    def "classes of the runtime and its libraries are not there for a script: #name"() {
        when:
        compiler.compile('x.groovy', "import $name\nrevision 'x'\nupgrade { }\ndowngrade { }\n")

        then:
        def e = thrown(RetortException)
        e.message.startsWith('x.groovy:1:8: No class ')

        where:
        name << ['dev.retort.internal.sandbox.ScriptCompiler', 'spock.lang.Specification', 'org.junit.platform.engine.TestEngine']
    }

    def "a script has nothing of Groovy's own scripts: #text"() {
        when:
        compiler.compile('x.groovy', "revision 'x'\nupgrade { $text }\ndowngrade { }\n")

        then:
        thrown(RetortException)

        where:
        text << ["evaluate('1')", 'binding.variables', 'args', "setProperty('a', 1)", "this.binding"]
    }
}
