package dev.retort

import dev.retort.internal.project.Scripts
import dev.retort.internal.testing.DatabaseImage
import dev.retort.internal.testing.TestDatabase
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.AutoCleanup
import spock.lang.Timeout

/** Scripts that run in a process of their own leave what they leave in a thread, and end as they end there. */
@Timeout(120)
abstract class IsolationSpec extends DatabaseSpec {

    static final Clock CLOCK = Clock.fixed(Instant.parse('2026-11-29T10:00:00Z'), ZoneOffset.UTC)

    @AutoCleanup
    TestDatabase other = newDatabase()

    Set<String> before = folders()

    def "a chain of all kinds leaves the same, up and down, as SQL and rehearsed"() {
        given:
        chain()

        when:
        def runs = [false, true].collect { isolated -> journey(isolated) }

        then:
        runs[0].sql == runs[1].sql
        runs[0].rehearsed == runs[1].rehearsed
        runs[0].up == runs[1].up
        runs[0].image == runs[1].image
        runs[0].down == runs[1].down
        runs[0].bare == runs[1].bare
        folders() == before
    }

    private Map<String, Object> journey(boolean isolated) {
        def place = isolated ? database : other
        def retort = project.on(place).argument('tenant', 'acme').clock(CLOCK).isolated(isolated).build()
        def sql = new StringBuilder()
        retort.upgradeSql('base:b', sql)
        def rehearsed = retort.rehearseUpgrade('c').steps().collect { [it.revision(), it.statements()*.sql()] }
        def up = steps(retort.upgrade('head'))
        def image = DatabaseImage.of(place)
        def down = steps(retort.downgrade('base'))
        [sql: sql.toString(), rehearsed: rehearsed, up: up, image: image, down: down, bare: DatabaseImage.of(place)]
    }

    private static List<List> steps(RunResult result) {
        result.steps().collect { [it.revision(), it.direction(), it.statements(), it.rows()] }
    }

    def "#what fails in the same words, at the same line, and leaves nothing"() {
        expect:
        failsAlike(body, Duration.ofSeconds(10))

        where:
        what                             | body
        'a statement that is refused'    | "    execute 'INSERT INTO nowhere VALUES (1)'"
        'a failure with a cause'         | "    try {\n        execute 'INSERT INTO nowhere VALUES (1)'\n    } catch (Exception e) {\n        throw new RuntimeException('wrapped', e)\n    }"
        'a question without an end'      | "    try {\n        query('WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 200000) SELECT n FROM r')\n    } catch (Throwable e) {\n        execute 'SELECT 1'\n    }"
    }

    /** A revision of this body ends in the same way in a thread and in a process of its own, and nothing of it is there. */
    protected void failsAlike(String body, Duration scriptTimeout) {
        project.table('a').revision('b', ['a'], "upgrade {\n    execute 'CREATE TABLE gone (n integer)'\n$body\n}\ndowngrade { }")
        def ends = ends(scriptTimeout)
        assert ends[true] == ends[false]
        assert ends[true] != 'done'
        assert !tables().contains('gone')
        assert folders() == before
    }

    private Map<Boolean, Object> ends(Duration scriptTimeout) {
        [(false): other, (true): database].collectEntries { isolated, place ->
            def retort = project.on(place).scriptTimeout(scriptTimeout).scriptElements(5_000).isolated(isolated).build()
            try {
                retort.upgrade('head')
                [isolated, 'done']
            } catch (RetortException e) {
                [isolated, [e.kind(), e.problems()]]
            }
        }
    }

    def "a statement that is refused and caught does not end a revision that goes on without it"() {
        given:
        project.revision('a', [], """
            upgrade {
                execute 'CREATE TABLE t (n integer, said varchar(500))'
                autocommit {
                    try {
                        execute 'INSERT INTO nowhere VALUES (1)'
                    } catch (Exception e) {
                        execute 'INSERT INTO t VALUES (:n, :said)', n: 1, said: e.message
                    }
                }
            }
            downgrade { dropTable 't' }""")

        when:
        project.on(database).isolated(true).build().upgrade('head')
        project.on(other).build().upgrade('head')

        then:
        database.rows('SELECT * FROM t') == other.rows('SELECT * FROM t')
        database.rows('SELECT said FROM t')[0][0].contains('nowhere')
    }

    def "a run without work starts no process"() {
        given:
        project.table('a')
        project.retort(database).upgrade('head')
        def home = System.getProperty('java.home')
        System.setProperty('java.home', project.home.toString())

        when: 'there is no Java to start'
        def result = project.on(database).isolated(true).build().upgrade('head')

        then:
        result.steps().empty

        cleanup:
        System.setProperty('java.home', home)
    }

    def "a run is stopped from another thread while its script computes"() {
        given:
        project.table('a').revision('b', ['a'], "upgrade {\n    if (query('SELECT 1').size() == 1) { while (true) { } }\n}\ndowngrade { }")
        def cancellation = new Cancellation()
        def retort = project.on(database).isolated(true).cancellation(cancellation).scriptTimeout(Duration.ofMinutes(5)).build()
        def stopper = Thread.start {
            while (versionRowsOrNone() != ['a']) { sleep(50) }
            sleep(200)
            cancellation.request()
        }

        when:
        retort.upgrade('head')

        then:
        thrown(RetortException)
        versionRows() == ['a']
        folders() == before

        cleanup:
        stopper.join()
    }

    private List<String> versionRowsOrNone() {
        try {
            versionRows()
        } catch (Exception ignored) {
            []
        }
    }

    private void chain() {
        project.revision('a', [], """
            upgrade {
                createTable('people') {
                    column 'id', integer, nullable: false
                    column 'name', varchar(50)
                    column 'born', date
                    column 'score', numeric(10, 2), default: 1.50
                    primaryKey 'id'
                }
                createIndex 'ix_people', 'people', ['name']
                bulkInsert 'people', (1..30).collect { [id: it, name: 'größe ' + it, born: java.time.LocalDate.of(2000, 1, it)] }
            }
            downgrade { dropTable 'people' }""")
        project.revision('b', ['a'], "change { addColumn 'people', 'town', varchar(20), default: argument('tenant') }")
        project.revision('c', ['b'], """
            upgrade {
                online {
                    query('SELECT id, name, score FROM people WHERE id < :id ORDER BY id', id: 4).each { row ->
                        execute 'UPDATE people SET town = :town WHERE id = :id', id: row.integer('id'), town: row.string('name')
                    }
                    if (!hasColumn('people', 'age')) { addColumn 'people', 'age', integer }
                    long changed = execute 'UPDATE people SET age = 7 WHERE id > 20'
                    execute 'UPDATE people SET age = :n WHERE id = 1', n: changed
                }
            }
            downgrade { dropColumn 'people', 'age' }""")
        project.revision('d', ['c'], """
            upgrade {
                backfill 'people', set: 'age = id', where: 'age IS NULL', batchSize: 10
                autocommit { execute 'UPDATE people SET age = age + 1' }
            }
            downgrade { }""")
        project.revision('e', ['d'], """
            upgrade {
                batchAlterTable('people') {
                    alterColumn 'name', type: text
                    dropColumn 'born'
                }
            }
            downgrade { addColumn 'people', 'born', date }""")
    }

    /** Those that processes of scripts work in which this one started. */
    private static Set<String> folders() {
        new File(System.getProperty('java.io.tmpdir')).list().findAll { it.startsWith("retort-script-${ProcessHandle.current().pid()}-") } as Set
    }
}
