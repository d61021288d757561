package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.SqlShell
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.withoutColumnOrder

/** What a derived downgrade would not bring back is refused by the upgrade, with what to write; and what is written brings it back. */
@spock.lang.Tag('database')
class LossSpec extends Specification {

    private static final String BEFORE = '''change {
        createTable('users') { column 'id', integer, primaryKey: true }
        createTable('posts') {
            column 'id', integer, primaryKey: true
            column 'author', integer, references: 'users.id', onDelete: 'CASCADE', index: true
            column 'slug', varchar(50), nullable: false, unique: true, check: "slug <> ''"
            column 'state', varchar(9), nullable: false, default: 'new'
            column 'twice', integer, generated: 'author * 2', stored: true
        }
        createTable('likes') { column 'slug', varchar(50), nullable: false }
        createIndex 'ix_pair', 'posts', ['state', 'slug'], unique: true
        createView 'slugs', 'SELECT slug FROM posts'
        MORE
    }'''

    private static final Map<String, String> MORE = [
            sqlite    : """
                createTrigger 'note', 'slugs', insteadOf: 'insert', body: "INSERT INTO users (id) VALUES (1)"
                createTable('words') { column 'id', integer
column 'word', text, nullable: false, collation: 'NOCASE' }""",
            postgresql: """
                createView 'counts', 'SELECT count(*) AS n FROM posts', materialized: true
                createIndex 'ix_counts', 'counts', ['n'], unique: true
                createView 'safe', 'SELECT slug FROM posts', with: [security_barrier: true], checkOption: 'LOCAL'
                createTable('words') { column 'id', integer
column 'word', text, nullable: false, collation: 'C', comment: 'a word' }"""]

    @Shared @AutoCleanup TestDatabase sqlite = TestDatabase.sqlite()
    @Shared @AutoCleanup TestDatabase postgresql = TestDatabase.postgresql()
    @AutoCleanup Project project = new Project()

    def "#dialect refuses #change, and nothing is done"() {
        given:
        def database = dialect == 'sqlite' ? sqlite : postgresql
        def retort = chain(dialect, change).retort(database)
        retort.upgrade('a')
        def before = StorySpec.schema(database)

        when:
        retort.upgrade('b')

        then:
        def e = thrown(RetortException)
        e.message.contains('The downgrade of this change would not bring back')
        words.findAll { !e.message.contains(it) } == []
        e.message =~ /[Ww]rite upgrade and downgrade instead of change\./
        e.message.startsWith('migrations/b.groovy:5: ')
        StorySpec.schema(database) == before

        where:
        [dialect, change, words] << [
            [['postgresql'], "dropColumn 'posts', 'author', was: integer, cascade: true", ['"ix_posts_author"', 'the foreign key "fk_posts_author"', 'the column "twice"']],
            [BOTH, "dropColumn 'posts', 'twice', was: integer, existingGenerated: 'author * 2', existingStored: true; dropColumn 'posts', 'author', was: integer",
             ['the index "ix_posts_author"', 'the foreign key "fk_posts_author"', "dropIndex 'ix_posts_author', 'posts', was: ['author']",
              "dropConstraint 'fk_posts_author', 'posts', type: 'foreignkey', was: ['author'], references: 'users(id)', onDelete: 'CASCADE'"]],
            [BOTH, "dropColumn 'posts', 'slug', was: varchar(50), existingNullable: false, cascade: true",
             ['the unique constraint "uq_posts_slug"', 'the check constraint "ck_posts_slug"', 'the view "slugs"', 'the index "ix_pair"',
              "dropIndex 'ix_pair', 'posts', was: ['state', 'slug'], unique: true", "dropConstraint 'uq_posts_slug', 'posts', type: 'unique', was: ['slug']"]],
            [BOTH, "dropIndex 'ix_pair', 'posts', was: ['state', 'slug'], unique: true; dropColumn 'posts', 'state', was: text",
             ['NOT NULL', 'the default', 'existingNullable: false', 'existingDefault:']],
            [BOTH, "dropColumn 'posts', 'twice', was: integer", ['the expression that computes it', 'existingGenerated:']],
            [BOTH, "dropColumn 'words', 'word', was: text, existingNullable: false", ['the collation', 'existingCollation: ']],
            [['postgresql'], "dropColumn 'words', 'word', was: text, existingNullable: false, existingCollation: 'C'", ['the comment', "existingComment: 'a word'"]],
            [BOTH, "dropTable('words') { column 'id', integer; column 'word', text, nullable: false }", ['the collation']],
            [BOTH, "dropTable('likes') { column 'other', text }", ['the column "slug"']],
            [['sqlite'], "dropView 'slugs', was: 'SELECT slug FROM posts'", ['the trigger "note"']],
            [['postgresql'], "dropView 'counts', was: 'SELECT count(*) AS n FROM posts', materialized: true",
             ['the index "ix_counts"', "dropIndex 'ix_counts', 'counts', was: ['n'], unique: true"]],
            [['postgresql'], "dropView 'safe', was: 'SELECT slug FROM posts'", ['the option security_barrier', "with: [security_barrier: 'true']", "checkOption: 'LOCAL'"]],
            [['postgresql'], "alterColumn 'words', 'word', type: integer, using: 'length(word)', existingType: text", ['the collation "C"', "existingCollation: 'C'"]],
        ].collectMany { dialects, change, words -> dialects.collect { [it, change, words] } }
    }

    def "what #dialect refuses is back where the script says it: #change"() {
        given:
        def database = dialect == 'sqlite' ? sqlite : postgresql
        def retort = chain(dialect, change).retort(database)
        retort.upgrade('a')
        def before = StorySpec.schema(database)

        when:
        retort.upgrade('b')
        retort.downgrade('a')

        then:
        withoutColumnOrder(StorySpec.schema(database)) == withoutColumnOrder(before)

        where:
        [dialect, change] << [
            [BOTH, '''
                dropIndex 'ix_posts_author', 'posts', was: ['author']
                dropConstraint 'fk_posts_author', 'posts', type: 'foreignkey', was: ['author'], references: 'users(id)', onDelete: 'CASCADE'
                dropColumn 'posts', 'twice', was: integer, existingGenerated: 'author * 2', existingStored: true
                dropColumn 'posts', 'author', was: integer'''],
            [BOTH, '''batchAlterTable('posts') {
                dropIndex 'ix_pair', was: ['state', 'slug'], unique: true
                dropColumn 'state', was: varchar(9), existingNullable: false, existingDefault: 'new'
            }'''],
            [['postgresql'], '''
                dropIndex 'ix_counts', 'counts', was: ['n'], unique: true
                dropView 'counts', was: 'SELECT count(*) AS n FROM posts', materialized: true
                dropView 'safe', was: 'SELECT slug FROM posts', with: [security_barrier: true], checkOption: 'LOCAL' '''],
        ].collectMany { dialects, change -> dialects.collect { [it, change] } }
    }

    def "another type keeps the collation that the column has, up and down, and by a script of SQL, on #dialect"() {
        given:
        def database = TestDatabase.of(dialect)
        def collation = { database.rows(dialect == 'sqlite'
                ? "SELECT sql LIKE '%COLLATE NOCASE%' FROM sqlite_schema WHERE name = 'words'"
                : "SELECT collation_name = 'C' FROM information_schema.columns WHERE column_name = 'word'")[0][0] in [true, 1] }
        def retort = chain(dialect, "alterColumn 'words', 'word', type: varchar(200), existingType: text").retort(database)
        project.revision('c', ['b'], "change { alterColumn 'words', 'word', type: text, collation: null, existingType: varchar(200), existingCollation: '${dialect == 'sqlite' ? 'NOCASE' : 'C'}' }")

        when:
        retort.upgrade('b')

        then:
        collation()

        when:
        retort.downgrade('a')

        then:
        collation()

        when:
        def script = new StringBuilder()
        retort.upgradeSql('a:b', script)
        SqlShell.run(database, script.toString())

        then:
        retort.rows() == ['b'] as SortedSet
        collation()

        when:
        retort.upgrade('c')

        then:
        !collation()

        when:
        retort.downgrade('b')

        then:
        collation()

        cleanup:
        database?.close()

        where:
        dialect << BOTH
    }

    def "the script of SQL refuses it as well"() {
        given:
        def database = TestDatabase.postgresql()
        def retort = chain('postgresql', "dropColumn 'posts', 'author', was: integer, cascade: true").retort(database)
        retort.upgrade('a')
        def script = new StringBuilder()
        retort.upgradeSql('a:b', script)

        when:
        database.execute(script.toString())

        then:
        def e = thrown(java.sql.SQLException)
        e.message.contains('The downgrade of this change would not bring back what the column "author" of "posts" has: ')

        cleanup:
        database?.close()
    }

    private static final List<String> BOTH = ['sqlite', 'postgresql']

    private Project chain(String dialect, String change) {
        project.revision('a', [], BEFORE.replace('MORE', MORE[dialect]))
        project.revision('b', ['a'], "change {\n$change\n}")
        project
    }

    def cleanup() {
        [sqlite, postgresql].each { project.retort(it).downgrade('base') }
    }
}
