package dev.retort.internal.cli

/** Retort's own tables as somebody else left them: a sentence, a code, and nothing changed. */
@spock.lang.Tag('database')
class WrongTablesSpec extends CommandSpec {

    private static final String PLAIN = 'CREATE TABLE retort_version (version_num text)'
    /** Those that change the database, or would. */
    private static final List<String> WRITING = ['upgrade head', 'downgrade base', 'stamp head']

    def "#what is told on #dialect, and nothing is changed"() {
        given:
        on(dialect)
        chain()
        retorts('upgrade b1')
        database.execute(CASES[what] as String[])
        def before = rows()

        expect:
        commands.each { line ->
            def outcome = retort(line)
            assert outcome.exit == code : "$line: $outcome.exit $outcome.out$outcome.err"
            assert outcome.err.replaceAll(/ \[\w+\]/, '').contains(sentence) : line
            assert !outcome.err.contains('Exception') && !outcome.err.contains('\tat ')
            assert outcome.err.contains('INFO') == false : 'a step was begun'
            assert outcome.err.length() < 1000 || what.contains('10,000')
            assert rows() == before
        }

        where:
        [dialect, refusal] << [DIALECTS, [
                ['a row that stands there twice', 1, WRITING + ['current', 'status'], 'The version table retort_version has more than one row "b1". Delete all of them but one'],
                ['a column of another name', 1, WRITING + ['current', 'status', 'history -i'], 'The table retort_version cannot be '],
                ['a column of another type', 3, WRITING + ['current'], 'The version table names the revision "7", which is not among the 3 scripts'],
                ['a view', 1, WRITING, 'The table retort_version cannot be written to: cannot '],
                ['a row of nothing', 1, WRITING + ['current', 'status'], 'The version table retort_version has a row without a revision. Delete it: DELETE FROM retort_version WHERE'],
                ['a row of nothing beside progress', 1, WRITING + ['current', 'status'], 'The version table retort_version has a row without a revision. Delete it: DELETE FROM retort_version WHERE'],
                ['a row that is blank', 1, WRITING + ['current', 'status'], 'The version table retort_version has a row without a revision.'],
                ['a row with a blank behind it', 3, WRITING + ['current'], 'names the revision "b1 ", which is not among the 3 scripts in migrations. Did you mean "b1"?'],
                ['a row in capitals', 3, WRITING + ['current'], 'names the revision "B1", which is not among the 3 scripts in migrations. Did you mean "b1"?'],
                ['a row of 10,000 characters', 3, WRITING + ['current'], 'names the revision "xxx'],
                ['a row and the one it follows', 3, ['upgrade head'], 'The version table has rows for both "b1" and its ancestor "a1". To leave only the later one: retort stamp b1'],
                ['a history without checksums', 1, WRITING + ['status'], 'The table retort_history cannot be '],
                ['a history of an older Retort', 1, WRITING, 'The table retort_history cannot be used: '],
                ['a progress table of another kind', 1, WRITING + ['status'], 'The tables retort_version and retort_progress cannot be read: '],
                ['a progress row without its parts', 1, WRITING + ['status'], 'The table of interrupted revisions has a row with number 0 and no direction.'],
                ['no version table beside the history', 1, ['upgrade head', 'downgrade base', 'status'], 'There is no version table retort_version, but retort_history says that revisions are applied, b1 among them. Restore the table'],
        ]].combinations()
        (what, code, commands, sentence) = refusal
    }

    def "a version table that was lost is written anew by a stamp on #dialect"() {
        given:
        on(dialect)
        chain()
        retorts('upgrade b1')
        database.execute('DROP TABLE retort_version')

        when:
        retorts('stamp b1', 'upgrade head')

        then:
        versionRows() == ['c1']
        tables() == ['tags', 'users']

        where:
        dialect << DIALECTS
    }

    def "a role that may not make tables is told what it needs"() {
        given:
        on('postgresql')
        chain()
        def role = 'poor_' + UUID.randomUUID().toString().take(8)
        database.execute("CREATE ROLE $role LOGIN" as String, 'REVOKE CREATE ON SCHEMA public FROM PUBLIC')
        variables.DATABASE_URL = database.jdbcUrl.replaceFirst('user=[^&]*', "user=$role")

        when:
        def outcome = retort('upgrade head')

        then:
        outcome.exit == 1
        outcome.err == 'error: The table retort_version cannot be created: permission denied for schema public [42501]. ' +
                'Let the role create tables there, as is described by "retort explain role", or name another schema with version_table_schema.\n'
        everything() == []

        cleanup:
        database.execute("DROP ROLE $role")
    }

    def "a role without the right to #right: a sentence before the first step"() {
        given:
        on('postgresql')
        chain()
        retorts('upgrade b1')
        def role = 'poor_' + UUID.randomUUID().toString().take(8)
        database.execute("CREATE ROLE $role LOGIN", "GRANT ALL ON SCHEMA public TO $role", "GRANT ALL ON users TO $role" as String, *grants.collect { "GRANT $it TO $role" as String })
        variables.DATABASE_URL = database.jdbcUrl.replaceFirst('user=[^&]*', "user=$role")
        def before = rows()

        when:
        def outcome = retort('upgrade head')

        then:
        outcome.exit == 1
        outcome.err.startsWith("error: $sentence permission denied for table $table [42501]. Nothing was changed.")
        rows() == before

        cleanup:
        database.execute("DROP OWNED BY $role", "DROP ROLE $role")

        where:
        right               | grants                                                             | table            || sentence
        'read the versions' | []                                                                 | 'retort_version' || 'The table retort_version cannot be read:'
        'read the history'  | ['SELECT ON retort_version']                                       | 'retort_history' || 'The table retort_history cannot be read:'
        'write the rows'    | ['SELECT ON retort_version', 'SELECT ON retort_history']           | 'retort_version' || 'The table retort_version cannot be written to:'
    }

    private static final String PROGRESS = 'CREATE TABLE retort_progress (revision text, number integer, direction text, calls integer, part integer, ' +
            'statements integer, fingerprint text, intent text, intent_fingerprint text, bookmark text, answer text)'

    static final Map<String, List<String>> CASES = [
            'a row that stands there twice': ['DROP TABLE retort_version', PLAIN, "INSERT INTO retort_version VALUES ('b1'), ('b1')"],
            'a column of another name': ['DROP TABLE retort_version', 'CREATE TABLE retort_version (version text)', "INSERT INTO retort_version VALUES ('b1')"],
            'a column of another type': ['DROP TABLE retort_version', 'CREATE TABLE retort_version (version_num integer)', 'INSERT INTO retort_version VALUES (7)'],
            'a view': ['DROP TABLE retort_version', "CREATE VIEW retort_version AS SELECT 'b1' AS version_num"],
            'a row of nothing': ['DROP TABLE retort_version', PLAIN, "INSERT INTO retort_version VALUES ('b1'), (NULL)"],
            'a row of nothing beside progress': ['DROP TABLE retort_version', PLAIN, 'INSERT INTO retort_version VALUES (NULL)', PROGRESS],
            'a row that is blank': ["INSERT INTO retort_version VALUES (' ')"],
            'a row with a blank behind it': ["UPDATE retort_version SET version_num = 'b1 '"],
            'a row in capitals': ["UPDATE retort_version SET version_num = 'B1'"],
            'a row of 10,000 characters': ['DROP TABLE retort_version', PLAIN, "INSERT INTO retort_version VALUES ('${'x' * 10_000}')"],
            'a row and the one it follows': ["INSERT INTO retort_version VALUES ('a1')"],
            'a history without checksums': ['ALTER TABLE retort_history DROP COLUMN meaning_checksum'],
            'a history of an older Retort': ['ALTER TABLE retort_history DROP COLUMN tool_version'],
            'a progress row without its parts': [PROGRESS, "INSERT INTO retort_progress (revision, number) VALUES ('c1', 0)"],
            'a progress table of another kind': ['CREATE TABLE retort_progress (revision text, number integer)', "INSERT INTO retort_progress VALUES ('c1', 0)"],
            'no version table beside the history': ['DROP TABLE retort_version'],
    ]

    private Object rows() {
        everything().collectEntries { [it, database.rows("SELECT * FROM $it ORDER BY 1").toString()] }
    }
}
