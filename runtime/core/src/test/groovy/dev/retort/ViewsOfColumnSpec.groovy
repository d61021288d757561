package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.SqlShell
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Another type for a column that views need. */
@spock.lang.Tag('database')
class ViewsOfColumnSpec extends Specification {

    private static final String TABLES = '''
        createTable('t') { column 'id', integer, primaryKey: true; column 'n', integer; column 's', varchar(9) }
        createView 'v', 'SELECT id, n, s FROM t'
        createView 'w', 'SELECT n + 1 AS more FROM v' '''

    @AutoCleanup TestDatabase database
    @AutoCleanup Project project = new Project()

    private Retort chain(String dialect, String before, String change) {
        database = TestDatabase.of(dialect)
        project.revision('a', [], "upgrade {\n$TABLES\n$before\ntable('t').insert(id: 1, n: 5, s: 'x')\n}\ndowngrade { }")
        project.revision('b', ['a'], "change {\n$change\n}")
        project.retort(database)
    }

    def "the views are there again, up and down, on #dialect: #type"() {
        given:
        def retort = chain(dialect, '', "alterColumn 't', $column, type: $type, existingType: $was, views: 'recreate'")
        retort.upgrade('a')
        def before = StorySpec.schema(database)

        when:
        retort.upgrade('b')

        then:
        StorySpec.schema(database) != before
        database.rows('SELECT more FROM w').flatten()*.intValue() == [6]

        when:
        retort.downgrade('a')

        then:
        StorySpec.schema(database) == before
        database.rows('SELECT more FROM w').flatten()*.intValue() == [6]

        where:
        [column, type, was, dialect] << [["'n'", 'bigint', 'integer'], ["'s'", 'varchar(20)', 'varchar(9)']].collectMany { row -> ['sqlite', 'postgresql'].collect { row + it } }
    }

    def "they have all that they had#how"() {
        given:
        def retort = chain('postgresql', '''
            createView 'safe', 'SELECT n FROM v WHERE n > 0', with: [security_barrier: true], checkOption: 'LOCAL'
            createView 'kept', 'SELECT n FROM w, t', materialized: true
            createIndex 'ix_kept', 'kept', ['n']
            createView 'empty', 'SELECT n FROM t', materialized: true, withData: false
            createView 'other', 'SELECT id FROM t'
            execute "COMMENT ON VIEW v IS 'a view'"
            execute "COMMENT ON COLUMN v.n IS 'a number'"
            execute 'ALTER VIEW v ALTER COLUMN n SET DEFAULT 7'
            execute 'GRANT SELECT ON v TO PUBLIC'
            execute 'GRANT UPDATE (n) ON v TO PUBLIC'
            createTrigger 'tr', 'v', insteadOf: 'delete', forEach: 'row', execute: 'suppress_redundant_updates_trigger()'
            execute 'CREATE RULE ru AS ON INSERT TO w DO INSTEAD NOTHING'
        ''', "alterColumn 't', 'n', type: bigint, existingType: integer, views: 'recreate'")
        retort.upgrade('a')
        def before = image()

        when:
        if (how) {
            def script = new StringBuilder()
            retort.upgradeSql('a:b', script)
            SqlShell.run(database, script.toString())
        } else {
            retort.upgrade('b')
        }

        then:
        database.rows("SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = 'safe'::regclass AND attnum > 0") == [['bigint']]
        image() == before

        where:
        how << ['', ', by a script of SQL']
    }

    def "without the word the error says it"() {
        given:
        def retort = chain('postgresql', '', "alterColumn 't', 'n', type: bigint, existingType: integer")

        when:
        retort.upgrade('b')

        then:
        def e = thrown(RetortException)
        e.message.contains('cannot alter type of a column used by a view or rule')
        e.message.contains('on view v depends on column "n"')
        e.message.contains("views: 'recreate'")
    }

    private Object image() {
        [database.rows("SELECT relname, relkind, reloptions::text, relacl::text, relispopulated, obj_description(oid, 'pg_class'), pg_get_viewdef(oid) FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace ORDER BY 1"),
         database.rows("SELECT attrelid::regclass::text, attname, attacl::text, col_description(attrelid, attnum), pg_get_expr(adbin, adrelid) FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE attrelid IN ('v'::regclass, 'w'::regclass) AND attnum > 0 ORDER BY 1, 2"),
         database.rows("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"),
         database.rows("SELECT pg_get_ruledef(oid) FROM pg_rewrite WHERE rulename = 'ru'"),
         database.rows("SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = 'kept'::regclass")]
    }
}
