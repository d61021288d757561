package dev.retort.internal.target

import dev.retort.Location
import dev.retort.Retort
import dev.retort.RetortException
import dev.retort.SchemaSnapshot
import dev.retort.internal.operation.DropTable
import dev.retort.internal.operation.Execute
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.testing.FoldedChain
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What schema files declare, without a database. */
class DeclaredSchemaSpec extends Specification {

    static final List<String> STATEMENTS = [
            "enumeration 'state', ['open', 'done']",
            "enumeration 'kind', ['small', 'large']",
            """\
            table('projects') {
                column 'id', bigint, primaryKey: true
                column 'name', varchar(80), nullable: false
                column 'state', enumeration('state'), default: 'open'
                column 'owner_id', bigint, references: 'users.id'
                column 'parent_id', bigint, references: 'projects.id'
                unique 'name'
                index 'name'
            }""",
            """\
            table('users') {
                column 'id', bigint, primaryKey: true
                column 'email', text
                column 'kinds', enumeration('kind')
                column 'favourite_id', bigint, references: 'projects.id'
                check "email <> ''"
                check "id > 0"
            }""",
            "table('rooms') { column 'name', text\ncolumn 'size', integer }",
            "index 'rooms', ['name'], unique: true",
            "index 'rooms', ['size', 'name'], name: 'ix_by_size'",
            "view 'a_names', 'SELECT name FROM b_names'",
            "view 'b_names', 'SELECT name FROM projects'",
            "['x', 'y'].each { name -> table(name) { column 'room', text } }",
    ]

    @TempDir
    Path folder

    private Retort retort(String url) {
        Retort.configure().home(folder).migrations(folder.resolve('migrations')).url(url).build()
    }

    private SchemaSnapshot schema(String url, Map<String, String> files) {
        files.each { name, text ->
            def file = folder.resolve(name)
            Files.createDirectories(file.parent)
            Files.writeString(file, text.stripIndent())
        }
        retort(url).declaredSchema(files.keySet().collect { folder.resolve(it) } as Path[])
    }

    private String refusal(String url, Map<String, String> files) {
        try {
            schema(url, files)
            'nothing is refused'
        } catch (RetortException e) {
            assert e.kind() == RetortException.Kind.SCRIPT
            e.message
        }
    }

    def "on #url, neither the order of statements nor that of files matters: seed #seed"() {
        given:
        def expected = schema(url, ['schema.groovy': STATEMENTS.join('\n')])
        def shuffled = new ArrayList<String>(STATEMENTS)
        def random = new Random(seed)
        Collections.shuffle(shuffled, random)
        def files = shuffled.groupBy { random.nextInt(3) }.collectEntries { n, some -> ["${'cab'[n]}.groovy" as String, some.join('\n')] }

        when:
        def schema = schema(url, files)

        then:
        schema.script() == expected.script()
        schema.differenceTo(expected).empty
        schema.uncertain() == []
        schema.complete

        where:
        [url, seed] << [FoldedChain.URLS, (1..10)].combinations()
    }

    def "on #url, the schema of every revision of #chain.parent.fileName comes back from the schema file that it is written as"() {
        given:
        def folded = Retort.configure().migrations(chain).home(FoldedChain.ROOT).url(url).build()
        def revisions = folded.chains.scripts().graph().oldestFirst()*.id()

        expect:
        revisions.each { id ->
            def schema = folded.schemaAt(id)
            def file = folder.resolve("${id}.groovy")
            Files.writeString(file, schema.declarations())
            def declared = folded.declaredSchema(file)
            assert declared.differenceTo(schema).changes() == []
            assert schema.differenceTo(declared).changes() == []
            assert schema.uncertain() != [] || declared.script() == schema.script()
        }

        where:
        [chain, url] << [FoldedChain.folders(), FoldedChain.URLS].combinations()
    }

    def "what is wrong with several files is reported at once, each where its statement begins"() {
        expect:
        refusal(url, [
                'a.groovy': """\
                    table('projects') {
                        column 'id', bigint, primaryKey: true
                        column 'owner_id', bigint, references: 'user.id'
                    }
                      index 'project', ['id']
                    """,
                'b.groovy': """\
                    table('users') { column 'id', bigint, primaryKey: true }
                    table('Projects2') { column 'state', enumeration('stat') }
                    enumeration 'state', ['open']
                    table('projects') { column 'id', bigint }
                    view 'users', 'SELECT 1'
                    index 'projects', ['idd']
                    """]) == """\
            a.groovy:1:1: There is no table "user". Did you mean "users"?
            a.groovy:5:3: There is no table "project". Did you mean "projects"?
            b.groovy:2:1: There is no enumeration "stat". Did you mean "state"?
            b.groovy:4:1: There is a table "projects" already, at a.groovy:1:1. Choose another name, or leave one of them out.
            b.groovy:5:1: There is a table "users" already, at b.groovy:1:1. Choose another name, or leave one of them out.
            b.groovy:6:1: There is no column "idd" in the table "projects". Did you mean "id"?""".stripIndent()

        where:
        url << FoldedChain.URLS
    }

    def "on #url, #text is refused: #message"() {
        expect:
        refusal(url, ['a.groovy': text]) == message

        where:
        [url, [text, message]] << [FoldedChain.URLS, [
                ["enumeration 'e', ['a', 'b']\ntable('t') { column 'c', enumeration('e'), default: 'aa' }",
                 'a.groovy:2:1: The default \'aa\' of the column "c" is not a value of its type. Did you mean "a"?'],
                ["enumeration 'e', ['a', 'b']\ntable('t') { column 'c', enumeration('e', ['a']) }",
                 "a.groovy:2:1: The enumeration \"e\" is declared with other values: a, b. Its name alone is enough for a column: enumeration('e')."],
                ["table('t') { column 'c', enumeration('e') }",
                 "a.groovy:1:1: There is no enumeration \"e\". Declare it: enumeration 'e', ['a', 'b']."],
                ["table('t') { column 'id', bigint, primaryKey: true }\ntable('u') { column 't', bigint, references: 't.idd' }",
                 'a.groovy:2:1: There is no column "idd" in the table "t". Did you mean "id"?'],
                ["table('t') {\n  column 'id', bigint\n  index 'id', name: 'x'\n}\ntable('x') { column 'id', bigint }",
                 'a.groovy:1:1: There is a table "x" already. Choose another name, or drop that first.'],
                ["table('t') { column 'id', bigint }\nview 't', 'SELECT 1'",
                 'a.groovy:2:1: There is a table "t" already, at a.groovy:1:1. Choose another name, or leave one of them out.'],
                ["throw new IllegalStateException('no')", 'a.groovy:1:1: no.'],
        ]].combinations()
    }

    def "what a database does not have is refused where it is declared"() {
        expect:
        refusal('jdbc:sqlite:none.db', ['a.groovy': "sequence 's'\nonlyOn('postgresql') { sequence 't' }\n"]) ==
                'a.groovy:1:1: SQLite has no sequences. On SQLite a column numbers itself, identity: true or autoincrement: true.' +
                " Or write it for a database that has them: onlyOn('postgresql') { … }."
    }

    def "all problems of syntax and words in all files are reported at once"() {
        expect:
        refusal(FoldedChain.URLS[0], ['a.groovy': "tabel('a') { }", 'b.groovy': "view 'b'"]) == """\
            a.groovy:1:1: No word "tabel" in a schema file. Did you mean "table"?
            b.groovy:1:1: These are not the arguments of view. It is written: view view, query.""".stripIndent()
    }

    def "a file that is not there, and a folder without schema files, are named"() {
        given:
        Files.createDirectories(folder.resolve('empty'))

        when:
        retort(FoldedChain.URLS[0]).declaredSchema(folder.resolve('schema.groovy'), folder.resolve('empty'))

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.USAGE
        e.message == """\
            There is no file or folder "schema.groovy". A schema file declares what there is: table('t') { column 'id', bigint }.
            The folder "empty" has no schema file. Their names end with .groovy.""".stripIndent()
    }

    def "a folder is read with the folders within it"() {
        given:
        schema(FoldedChain.URLS[0], ['all/b/c.groovy': "table('c') { column 'i', integer }", 'all/a.groovy': "table('a') { column 'i', integer }"])

        expect:
        retort(FoldedChain.URLS[0]).declaredSchema(folder.resolve('all')).script().findAll(/createTable\('\w'/) == ["createTable('a'", "createTable('c'"]
    }

    def "what schema files have no words for stays as it is"() {
        given:
        def retort = retort(FoldedChain.URLS[1])
        Files.createDirectories(folder.resolve('migrations'))
        Files.writeString(folder.resolve('migrations/a1.groovy'), '''\
            revision 'a1'
            upgrade {
                execute 'CREATE DOMAIN email AS text'
                execute "COMMENT ON DOMAIN email IS 'of people'"
                createTable('t') { column 'e', type('email') }
                execute 'ALTER TABLE t ENABLE ROW LEVEL SECURITY'
                execute 'CREATE TABLE nothing ()'
                createFunction 'f()', returns: 'trigger', body: 'BEGIN RETURN NEW; END'
                createTrigger 'g', 't', before: 'insert', execute: 'f()'
                execute 'ALTER TABLE t DISABLE TRIGGER g'
                createTable('u') {
                    column 'a', integer, primaryKey: true
                    column 'b', text
                }
                execute 'ALTER TABLE u ALTER COLUMN b SET STORAGE EXTERNAL'
                createUniqueConstraint 'twice', 'u', ['a']
                createCheckConstraint 'later', 'u', 'a > 0', notValid: true
                createTable('p', partitionBy: 'LIST (a)') { column 'a', integer }
                createTable('q', partitionOf: 'p', forValues: 'IN (1)') { primaryKey 'a' }
                execute 'ALTER TABLE q ALTER COLUMN a SET DEFAULT 1'
            }
            downgrade { }
            '''.stripIndent())

        when:
        def chain = retort.schemaAt('a1')
        Files.writeString(folder.resolve('s.groovy'), chain.declarations())
        def declared = retort.declaredSchema(folder.resolve('s.groovy'))

        then:
        chain.declarations() == """\
            table('p', partitionBy: 'LIST (a)') {
                column 'a', integer
            }

            table('q', partitionOf: 'p', forValues: 'IN (1)') {
                primaryKey 'a'
            }

            table('t') {
                column 'e', type('email')
            }

            table('u') {
                column 'a', integer, primaryKey: true
                column 'b', text, storage: 'EXTERNAL'
            }

            uniqueConstraint 'u', ['a'], name: 'twice'
            checkConstraint 'u', 'a > 0', notValid: true, name: 'later'
            function 'f()', returns: 'trigger', body: 'BEGIN RETURN NEW; END'
            trigger 'g', 't', before: 'insert', execute: 'f()'

            // A schema file has no words for these; where it is compared, they stay as they are:
            //   domain email
            //   table nothing
            //   table q, in part
            //   table t, in part
            //   trigger t.g, in part""".stripIndent()
        declared.differenceTo(chain).empty
        chain.differenceTo(declared).empty
    }

    def "what a process sends that is no declaration is refused"() {
        when:
        new FoldingOrder([new Declaration(Location.of('x.groovy', 1), operation)])

        then:
        def e = thrown(RetortException)
        e.message == message

        where:
        operation                                                             || message
        new DropTable(QualifiedName.of('t'), false, false, null)              || 'A schema file declares what there is; it has no dropTable.'
        new Execute('DROP TABLE t', [:])                                      || 'A schema file declares what there is; it has no execute.'
    }
}
