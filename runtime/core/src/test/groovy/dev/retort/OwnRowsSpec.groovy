package dev.retort

import dev.retort.internal.testing.TestDatabase

/** What Retort writes into its version table is what is there when it commits, or nothing is committed. */
@spock.lang.Tag('database')
class OwnRowsSpec extends DatabaseSpec {

    private static final String GONE = 'CREATE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM retort_version; RETURN NULL; END $$'
    private static final String OTHER = "CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS \$\$ BEGIN NEW.version_num := 'x'; RETURN NEW; END \$\$"
    private static final String NONE = 'CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$'

    static final Map<String, List<String>> POSTGRESQL = [
            'a trigger that deletes'            : [GONE, 'CREATE TRIGGER g AFTER INSERT OR UPDATE OR DELETE ON retort_version EXECUTE FUNCTION gone()'],
            'a trigger that writes another id'  : [OTHER, 'CREATE TRIGGER g BEFORE INSERT OR UPDATE ON retort_version FOR EACH ROW EXECUTE FUNCTION other()'],
            'a trigger that writes nothing'     : [NONE, 'CREATE TRIGGER g BEFORE INSERT OR UPDATE OR DELETE ON retort_version FOR EACH ROW EXECUTE FUNCTION nothing()'],
            'a trigger of the history'          : [GONE, 'CREATE TRIGGER g AFTER INSERT ON retort_history EXECUTE FUNCTION gone()'],
            'a trigger that waits for the commit': [GONE, 'CREATE CONSTRAINT TRIGGER g AFTER INSERT OR UPDATE OR DELETE ON retort_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION gone()'],
            'a rule that does nothing'          : ['CREATE RULE r AS ON INSERT TO retort_version DO INSTEAD NOTHING', 'CREATE RULE u AS ON UPDATE TO retort_version DO INSTEAD NOTHING', 'CREATE RULE d AS ON DELETE TO retort_version DO INSTEAD NOTHING'],
            'a rule that does more'             : ["CREATE RULE r AS ON INSERT TO retort_history DO ALSO INSERT INTO retort_version VALUES ('x')"],
    ]

    static final Map<String, List<String>> SQLITE = [
            'a trigger that deletes'          : ['AFTER INSERT', 'AFTER UPDATE', 'AFTER DELETE'].withIndex().collect { when, i -> "CREATE TRIGGER g$i $when ON retort_version BEGIN DELETE FROM retort_version; END".toString() },
            'a trigger that writes another id': ['INSERT', 'UPDATE'].collect { "CREATE TRIGGER g$it AFTER $it ON retort_version BEGIN UPDATE retort_version SET version_num = 'x' WHERE version_num <> 'x'; END".toString() } + ["CREATE TRIGGER d AFTER DELETE ON retort_version BEGIN INSERT INTO retort_version VALUES ('x'); END"],
            'a trigger of the history'        : ['CREATE TRIGGER g AFTER INSERT ON retort_history BEGIN DELETE FROM retort_version; END'],
            'a temporary trigger'             : ['CREATE TEMPORARY TRIGGER g AFTER INSERT ON main.retort_history BEGIN DELETE FROM retort_version; END'],
            'a trigger that writes nothing'   : ['INSERT', 'UPDATE', 'DELETE'].collect { "CREATE TRIGGER g$it BEFORE $it ON retort_version BEGIN SELECT RAISE(IGNORE); END".toString() },
    ]

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }

    private void open(String dialect) {
        database.close()
        database = TestDatabase.of(dialect)
    }

    private static List<List> all() {
        POSTGRESQL.collect { ['postgresql', it.key, it.value] } + SQLITE.collect { ['sqlite', it.key, it.value] }
    }

    def "on #dialect a script that makes #what commits nothing"() {
        given:
        open(dialect)
        project.revision('a', [], "upgrade { createTable('t') { column 'id', integer } }\ndowngrade { dropTable 't' }")
        project.revision('b', ['a'], "upgrade {\n${statements.collect { "execute ''' $it '''" }.join('\n')}\n}\ndowngrade { }")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('Nothing of this revision was kept')
        versionRows() == ['a']

        where:
        [dialect, what, statements] << all()
    }

    def "on #dialect #what is noticed by #command"() {
        given:
        open(dialect)
        project.revision('a', [], "upgrade { createTable('t') { column 'id', integer } }\ndowngrade { dropTable 't' }")
        project.revision('b', ['a'], "upgrade { createTable('u') { column 'id', integer } }\ndowngrade { dropTable 'u' }")
        project.revision('c', [], "upgrade { createTable('v') { column 'id', integer } }\ndowngrade { dropTable 'v' }")
        def retort = project.retort(database)
        retort.upgrade('a')
        retort.upgrade('c')
        database.execute(statements as String[])

        when:
        command == 'stamp' ? retort.stamp(target, false) : retort."$command"(target)

        then:
        def refused = thrown(RetortException)
        refused.message.contains('retort_version')
        versionRows() == ['a', 'c']
        tables() == ['t', 'v']

        where:
        [[dialect, what, statements], [command, target]] << [all().findAll { !it[1].contains('temporary') }, [['upgrade', 'b'], ['downgrade', 'a@base'], ['stamp', ['b']]]].combinations()
                .findAll { it[1][0] != 'downgrade' || !it[0][1].contains('another id') }
    }
}
