package dev.retort.internal.sandbox

import dev.retort.RetortException
import dev.retort.internal.header.ScriptSource
import dev.retort.internal.sandbox.runtime.Budget
import dev.retort.internal.script.NamingConvention
import java.time.Duration
import java.util.function.Supplier
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** Schema files: the words of what is created, at the top of the file, behind the same walls as revisions. */
class SchemaFileSpec extends Specification {

    @Shared
    ScriptCompiler compiler = new ScriptCompiler(new Budget(Duration.ofMillis(400), 300, 100_000, 1_000_000))

    def cleanup() {
        AbandonedThreads.stop()
    }

    def "each word declares what the verb creates, in the order of the file"() {
        expect:
        declared('''\
            schema 'app'
            extension 'citext', version: '1.6'
            def state = enumeration 'state', ['open', 'done']
            sequence 'numbers', start: 10, ownedBy: 'projects.id'
            table('projects', comment: 'What is done') {
                column 'id', bigint, primaryKey: true
                column 'name', varchar(80), nullable: false
                column 'state', state, default: 'open'
                column 'other', enumeration('kind'), default: 'any'
                foreignKey 'id', references: 'users.id'
                index 'name'
            }
            index 'projects', ['name', sql('lower(name)')], name: 'ix_lower', unique: true
            primaryKey 'users', ['id'], name: 'pk'
            foreignKey 'projects', 'users', ['id'], ['id'], onDelete: 'CASCADE'
            uniqueConstraint 'projects', ['name']
            checkConstraint 'projects', 'id > 0', name: f('positive')
            excludeConstraint 'rooms', [room: '='], using: 'gist', name: 'ex'
            tableComment 'users', 'Who does it'
            view 'open_projects', 'SELECT * FROM projects'
            function 'f()', returns: integer, body: 'SELECT 1'
            procedure 'p()', body: 'SELECT 1'
            trigger 't', 'projects', before: 'insert', execute: 'f()'
            ''').collect { it.replaceAll(/^(\w+)\(.*/, '$1') } == ['CreateSchema', 'CreateExtension', 'CreateEnum', 'CreateSequence', 'CreateTable',
                'CreateIndex', *(['AddConstraint'] * 5), 'SetTableComment', 'CreateView', 'CreateRoutine', 'CreateRoutine', 'CreateTrigger']
    }

    def "the name of an index or a constraint is an option, and the convention gives one where there is none"() {
        expect:
        declared("""\
            index 'projects', ['name']
            index 'projects', ['name'], name: 'ix_own'
            uniqueConstraint 'projects', ['name']
            checkConstraint 'projects', 'id > 0', name: f('own')
            """).collect { (it =~ /name='(\w+)'/).collect { all, name -> name } } ==
                [['ix_projects_name', 'projects', 'name'], ['ix_own', 'projects', 'name'], ['projects', 'uq_projects_name'], ['projects', 'own']]
    }

    def "an enumeration is declared at the top, and is a type inside of a table"() {
        expect:
        declared("""\
            def state = enumeration 'state', ['open', 'done']
            table('a') {
                column 'one', state
                column 'two', enumeration('state')
                column 'three', enumeration('state', ['open', 'done'])
            }
            """).collect { (it =~ /Enum\w*\(name=QualifiedName\(name='state'\)[^)]*\)/).collect() } ==
                [["Enum(name=QualifiedName(name='state') values=['open', 'done'])"],
                 ["Enumeration(name=QualifiedName(name='state') values=['open', 'done'])", "Enumeration(name=QualifiedName(name='state'))",
                  "Enumeration(name=QualifiedName(name='state') values=['open', 'done'])"]]
    }

    def "locals, closures, loops and conditions work as in a revision"() {
        expect:
        declared('''\
            def key = 'id'
            def usual = { -> [nullable: false, comment: 'usual'] }
            ['a', 'b'].each { name ->
                table(name) {
                    column key, bigint, primaryKey: true
                    if (name == 'a') {
                        column 'more', text, nullable: false
                    }
                }
            }
            onlyOn('sqlite') { table('never') { column 'id', bigint } }
            if (dialect == 'postgresql') {
                onlyOn(['postgresql']) { sequence 's' }
            }
            ''').collect { it.replaceAll(/\(.*?name='(\w+)'.*/, '($1)') } == ['CreateTable(a)', 'CreateTable(b)', 'CreateSequence(s)']
    }

    def "a file that declares nothing is a schema file"() {
        expect:
        declared(text) == []

        where:
        text << ['', '// nothing yet\n', 'def unused = 1\n']
    }

    def "what is wrong is said with its place and the nearest word: #text"() {
        expect: 'with nothing said before it'
        refusal(text).readLines()[0] == message

        where:
        text || message
        "tabel('a') { column 'id', bigint }" || 'x.groovy:1:1: No word "tabel" in a schema file. Did you mean "table"?'
        "table('a') { colum 'id', bigint }" || 'x.groovy:1:14: No word "colum" inside table. Did you mean "column"?'
        "table('a') { column 'id', bigin }" || 'x.groovy:1:27: No type "bigin". Did you mean "bigint"?'
        "table('a') { column 'id', bigint, nulable: false }" || 'x.groovy:1:35: column has no option "nulable". Did you mean "nullable"?'
        "table('a') { column 'id', bigint\nindex 'idd' }" || 'x.groovy:2:7: The table declares no column "idd". Did you mean "id"?'
        "table('a', ifNotExists: true) { column 'id', bigint }" || 'x.groovy:1:12: table has no option "ifNotExists". Its options are comment, forValues, inherits, partitionBy, partitionOf, schema, strict, tablespace, unlogged, with, withoutRowid.'
        "view 'v', 'SELECT 1', replace: true" || 'x.groovy:1:23: view has no option "replace". Its options are checkOption, columns, materialized, schema, with.'
        "index 'projects', ['a'], concurrently: true" || 'x.groovy:1:26: index has no option "concurrently". Its options are collation, include, name, nullsNotDistinct, ops, order, schema, tablespace, unique, using, where, with.'
        "table 'a' { column 'id', bigint }" || "x.groovy:1:7: A closure after a text needs brackets. Write the name in them: table('a') { … }."
        "createTable('a') { column 'id', bigint }" || 'x.groovy:1:1: "createTable" is not allowed in a schema file. Write table: a schema file declares what there is.'
        "createEnum 'a', ['b']" || 'x.groovy:1:1: "createEnum" is not allowed in a schema file. Write enumeration: a schema file declares what there is.'
        "addColumn 'a', 'b', text" || 'x.groovy:1:1: "addColumn" is not allowed in a schema file. A schema file declares what there is, and changes nothing; this belongs in a revision.'
        "execute 'DROP TABLE a'" || 'x.groovy:1:1: "execute" is not allowed in a schema file. A schema file declares what there is, and changes nothing; this belongs in a revision.'
        "query('SELECT 1')" || 'x.groovy:1:1: "query" is not allowed in a schema file. A schema file declares what there is, and changes nothing; this belongs in a revision.'
        "bulkInsert 'a', [[id: 1]]" || 'x.groovy:1:1: "bulkInsert" is not allowed in a schema file. A schema file declares what there is, and changes nothing; this belongs in a revision.'
        "table('a') { column 'id', bigint\ntable('b') { column 'id', bigint } }" || 'x.groovy:2:1: "table" is not allowed inside table. Move it after the closure.'
        "table('a') { }" || "x.groovy:1: Table \"a\" has no columns. Declare them: column 'id', integer."
        "enumeration 'e', []" || 'x.groovy:1: The enumeration "e" has no values. Give it at least one.'
        "declare { table('a') { column 'id', bigint } }" || 'x.groovy:1: A schema file has no word "declare". Leave it out; its statements are at the top.'
        "class A { }" || "x.groovy: The file has classes, but declares nothing. Write table('t') { column 'id', bigint }."
        "def x = new File('x')" || "x.groovy:1: A migration cannot reach files. Write what the file holds into the script, or load it with your database's own tools."
        "while (true) { }" || 'x.groovy:1: The script has run for longer than 0.4 s. Look for a loop that does not end; let the database do what is long.'
    }

    def "one that is too long is to be split: #length of #what"() {
        expect:
        refusal(what * length).endsWith(' Split it: all schema files of a folder are read.')

        where:
        what | length
        '//' | 300_000
        'a ' | 60_000
    }

    def "the same text is compiled again as a revision, and a cache keeps both"() {
        given:
        def kept = [:]
        def cache = [find: { file, text -> Optional.ofNullable(kept[[file, text]]) },
                     keep: { file, text, classes -> kept[[file, text]] = classes }] as CompiledScripts
        def source = new ScriptSource('x.groovy', 'def a = 1\n')

        when:
        2.times {
            def compiler = new ScriptCompiler(Budget.DEFAULT, NamingConvention.DEFAULT, { cache } as Supplier<CompiledScripts>)
            compiler.compileSchema(source).declare(new GoldenScripts.RecordedChannel())
            try {
                compiler.compile('x.groovy', source.text())
            } catch (RetortException e) {
                assert e.message.contains('The script has no upgrade.')
            }
        }

        then:
        kept.keySet()*.get(0) == ['schema x.groovy']
    }

    def "a revision is no schema file: #text"() {
        expect:
        refusal(text) == "x.groovy:$place: This is a revision: \"$word\" is not allowed in a schema file." +
                " Put it into the folder of the migrations; a schema file declares what there is: table('t') { … }."

        where:
        text                                             || place | word
        "revision 'a'\nupgrade { }\ndowngrade { }"       || '1:1' | 'revision'
        "\nchange { createTable('a') { } }"              || '2:1' | 'change'
        "table('a') { column 'i', text }\nupgrade { }"   || '2:1' | 'upgrade'
    }

    /** Those of the scripts that must be refused that do not need a word of revisions for it. */
    @Timeout(60)
    def "a schema file that does what #script.name does is refused by the same sentence"() {
        given:
        def effects = new Effects()
        def text = asSchemaFile(script.text)

        when:
        compiler.compileSchema(new ScriptSource(script.name, text)).declare(new GoldenScripts.RecordedChannel())

        then:
        def e = thrown(RetortException)
        sentences(e.message) == sentences(GoldenScripts.beside(script, '.err').text)
        effects.found().empty

        where:
        script << DeniedScriptsSpec.scripts().findAll {
            asSchemaFile(it.text) != null && !(GoldenScripts.beside(it, '.err').text =~ /No operation|revision_/)
        }
    }

    /** The statements of an upgrade at the top of a file; null where there are others, or words that a schema file lacks. */
    private static String asSchemaFile(String text) {
        def parts = text =~ /(?s)\Arevision '\w+'\n\nupgrade \{\n(.*)\n\}\ndowngrade \{ }\n\z/
        boolean fits = parts.matches() && !(parts.group(1) =~ /execute|query|create|table|argument|bulk|new Script|\b(insert|drop|add|alter)\w+ '/)
        fits ? parts.group(1) : null
    }

    private static List<String> sentences(String refusal) {
        refusal.readLines()*.replaceAll(/^[^:\s]+\.groovy[:\d]*|"[^"]*"|\d+/, '…')
    }

    private List<String> declared(String text) {
        def channel = new GoldenScripts.RecordedChannel()
        compiler.compileSchema(new ScriptSource('x.groovy', text.stripIndent())).declare(channel)
        channel.lines
    }

    private String refusal(String text) {
        try {
            "nothing is refused: ${declared(text)}"
        } catch (RetortException e) {
            e.message
        }
    }
}
