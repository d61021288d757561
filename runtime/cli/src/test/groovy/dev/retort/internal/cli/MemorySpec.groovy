package dev.retort.internal.cli

/** A JVM that has too little memory for what it is given, in the middle of a revision and before any. */
@spock.lang.Tag('world')
class MemorySpec extends WorldSpec {

    private static final String MANY = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT i FROM n'

    def "more rows than there is memory for, on #dialect"() {
        given:
        on(dialect)
        project.table('a')
        project.revision('b', ['a'], "upgrade { execute 'INSERT INTO t_a VALUES (1)'\nquery('$MANY').each { row -> execute 'SELECT 1' } }\nirreversible 'no'")
        retorts('upgrade a')

        when:
        def outcome = shell('exec "$@"', 'upgrade head', ['-Xmx40m'])

        then:
        told(outcome, 1, 'Revision b (upgrade) failed: The script needs more memory than there is.', 'Let the database hold what is large.', 'Nothing of this revision was kept; the database is at a.')
        versionRows() == ['a']
        database.rows('SELECT * FROM t_a') == []

        when:
        project.table('b', ['a'])

        then:
        told(retort('upgrade head'), 0)
        versionRows() == ['b']

        where:
        dialect << DIALECTS
    }

    def "a history for which there is not enough"() {
        given:
        on('sqlite')
        project.table('a')
        retorts('upgrade a')
        database.execute('UPDATE retort_history SET message = hex(zeroblob(40000000))')

        expect:
        told(shell('exec "$@"', 'log', ['-Xmx40m']), 1, 'error: There was not enough memory.', 'RETORT_JAVA_OPTIONS=-Xmx1g')
    }
}
