package dev.retort

import dev.retort.internal.testing.PostgresServer
import dev.retort.internal.testing.SqlShell
import dev.retort.internal.testing.TestDatabase
import spock.lang.Shared

@spock.lang.Tag('database')
class PostgresOwnSessionSpec extends OwnSessionSpec {

    @Shared
    String role = 'own_session_' + System.nanoTime()

    def setupSpec() {
        PostgresServer.shared().execute("CREATE ROLE $role LOGIN")
    }

    def cleanupSpec() {
        PostgresServer.shared().execute("DROP ROLE $role")
    }

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    void prepare() {
        database.execute('CREATE SCHEMA app')
    }

    List<String> settings() {
        [
            'SET search_path TO app',
            "SELECT set_config('search_path', '', false)",
            "SET search_path TO app; CREATE TABLE app.retort_version (version_num text); CREATE TABLE app.retort_history (id int)",
            "SET ROLE $role",
            "SET SESSION AUTHORIZATION $role",
            "SET SESSION AUTHORIZATION $role; SET search_path TO app",
            'SET session_replication_role = replica',
            "SET TIME ZONE 'Asia/Tokyo'",
            "SET statement_timeout = '1h'; SET lock_timeout = '1h'",
            'SET default_transaction_read_only = on',
            "SELECT set_config('work_mem', '12MB', false)",
            "SET app.tenant = 'x'; SELECT set_config('app.owner', 'script', false)",
            'CREATE TEMPORARY TABLE retort_version (version_num text)',
            'CREATE TEMPORARY TABLE leftover (id integer); CREATE TEMPORARY VIEW more AS SELECT 1; CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS \'SELECT 1\'',
            'CREATE TEMPORARY TABLE leftover (id integer); SET ROLE ' + role,
            'PREPARE p AS SELECT 1; LISTEN channel; DECLARE c CURSOR WITH HOLD FOR SELECT 1',
            'SELECT pg_advisory_lock(4711); SELECT pg_advisory_lock_shared(1, 2)',
            "autocommit { execute 'SET search_path TO app'; execute 'SET default_transaction_read_only = on'; execute 'VACUUM' }",
        ]
    }

    String state = """SELECT concat_ws('|', session_user, current_user,
        (SELECT string_agg(name || '=' || setting, ',' ORDER BY name) FROM pg_settings WHERE name IN ('search_path', 'session_replication_role', 'TimeZone',
          'default_transaction_read_only', 'standard_conforming_strings', 'work_mem')),
        nullif(current_setting('app.tenant', true), ''), nullif(current_setting('app.owner', true), ''),
        (SELECT count(*) FROM pg_prepared_statements WHERE from_sql), (SELECT count(*) FROM pg_listening_channels()),
        (SELECT count(*) FROM pg_cursors WHERE is_holdable), (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()),
        (SELECT string_agg(relname, ',' ORDER BY relname) FROM pg_class WHERE relnamespace = pg_my_temp_schema()),
        (SELECT count(*) FROM pg_proc WHERE pronamespace = pg_my_temp_schema()))"""

    List<String> ownersSettings() {
        ["SET statement_timeout = '7min'", "SET app.owner = 'owner'", "CREATE TEMPORARY TABLE owners AS SELECT 'as the owner left it' AS t", "PREPARE owners AS SELECT 1", 'LISTEN owners']
    }

    List<String> ownersQuestions() {
        ['SELECT t FROM owners', "SELECT 'as the owner left it' FROM pg_settings WHERE name = 'statement_timeout' AND setting = '420000'",
         "SELECT 'as the owner left it' FROM pg_prepared_statements WHERE name = 'owners'", "SELECT 'as the owner left it' FROM pg_listening_channels() c WHERE c = 'owners'"]
    }

    def "what a transaction sets for itself goes on after an implicit commit, until the end of the revision"() {
        given:
        prepare()
        project.revision('a', [], """
            upgrade {
                createEnum 'mood', ['sad']
                createTable('t', schema: 'app') { column 'id', integer, primaryKey: true
                                                  column 'n', integer }
                execute "SET LOCAL search_path TO app, public; SET LOCAL work_mem = '12MB'; SET LOCAL statement_timeout = '11min'"
                execute "SET maintenance_work_mem = '13MB'"
                $commit
                execute "CREATE TABLE seen AS SELECT string_agg(setting, ' ' ORDER BY name) AS s FROM pg_settings WHERE name IN ('maintenance_work_mem', 'search_path', 'statement_timeout', 'work_mem')"
            }
            irreversible 'no'""")

        when:
        project.retort(database).upgrade('head')

        then:
        database.rows('SELECT s FROM app.seen') == [['13312 app, public 660000 12288']]
        versionRows() == ['a']

        where:
        commit << ["addEnumValue 'mood', 'glad'; execute \"SELECT 'glad'::mood\"", "createIndex 'ix', 't', ['id'], concurrently: true", "autocommit { execute 'VACUUM t' }",
                   "backfill 't', set: 'n = id'"]
    }

    def "a concurrent index that is interrupted is looked for where it was being built"() {
        given:
        prepare()
        database.execute('CREATE TABLE t (id integer)', 'CREATE TABLE app.t (id integer)', 'INSERT INTO app.t VALUES (1), (1)')
        project.revision('a', [], """
            upgrade {
                execute "SELECT set_config('search_path', 'app', false)"
                createIndex 'ix', 't', ['id'], unique: true, concurrently: true
            }
            irreversible 'no'""")

        when:
        project.retort(database).upgrade('head')

        then:
        thrown(RetortException)

        when:
        database.execute('DELETE FROM app.t')
        project.retort(database).upgrade('head')

        then:
        database.rows("SELECT schemaname FROM pg_indexes WHERE indexname = 'ix'") == [['app']]
        database.rows('SELECT indisvalid FROM pg_index WHERE indexrelid = \'app.ix\'::regclass') == [[true]]
        database.rows('SELECT count(*) FROM pg_class WHERE relname IN (\'retort_version\', \'retort_progress\') AND relnamespace <> \'public\'::regnamespace') == [[0]]
    }

    def "a script of SQL resets its session as well: #setting"() {
        given:
        prepare()
        project.revision('a', [], """
            upgrade {
                createTable('t', schema: 'app') { column 'id', integer, primaryKey: true }
                execute "$setting; SET LOCAL search_path TO app"
                createIndex 'ix', 't', ['id'], concurrently: true
                execute 'INSERT INTO t VALUES (1)'
            }
            irreversible 'no'""")
        project.revision('b', ['a'], '''
            upgrade { execute "CREATE TABLE seen AS SELECT current_user || current_setting('search_path') AS s" }
            irreversible "no"''')
        def script = new StringBuilder()
        project.retort(database).upgradeSql('base:head', script)

        when:
        SqlShell.run(database, script.toString())

        then:
        database.rows('SELECT s = current_user || \'"$user", public\' FROM public.seen') == [[true]]
        database.rows('SELECT version_num FROM public.retort_version') == [['b']]

        where:
        setting << ['SET search_path TO app', "SELECT set_config('search_path', 'app', false)", 'CREATE TEMPORARY TABLE retort_version (version_num text)', 'SET work_mem = 4096']
    }

    def "Retort's own tables stay where they are when a schema comes before theirs"() {
        given:
        def user = database.rows('SELECT current_user')[0][0]
        project.revision('a', [], """
            upgrade { createTable('t') { column 'id', integer, primaryKey: true } }
            irreversible 'no'""")
        project.revision('b', ['a'], """
            upgrade {
                execute 'CREATE SCHEMA "$user"'
                autocommit { execute 'VACUUM t' }
            }
            irreversible 'no'""")
        project.revision('c', ['b'], """
            upgrade { execute 'CREATE TABLE d (id integer)' }
            irreversible 'no'""")

        when:
        project.retort(database).upgrade('a')
        project.retort(database).upgrade('b')
        project.retort(database).upgrade('c')

        then:
        project.retort(database).rows() == ['c'] as SortedSet
        database.rows("SELECT DISTINCT schemaname FROM pg_tables WHERE tablename LIKE 'retort%'") == [['public']]
    }

    def "a timeout of the role cuts no statement outside of a transaction"() {
        given:
        database.execute("DO \$\$BEGIN EXECUTE format('ALTER DATABASE %I SET statement_timeout = ''300ms''', current_database()); END\$\$")
        project.revision('a', [], """
            upgrade {
                execute 'CREATE TABLE t (id integer)'
                execute 'INSERT INTO t VALUES (1)'
                execute \"\"\"CREATE FUNCTION slow(i integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS 'BEGIN PERFORM pg_sleep(0.6); RETURN i; END'\"\"\"
                createIndex 'ix', 't', [sql('slow(id)')], concurrently: true
                execute "CREATE TABLE seen AS SELECT current_setting('statement_timeout') AS s"
            }
            irreversible 'no'""")

        when:
        project.retort(database).upgrade('head')

        then:
        database.rows('SELECT s FROM seen') == [['300ms']]
    }

    def "the time zone is the server's, not the one of Java, #where"() {
        given:
        def jvm = TimeZone.default
        project.revision('a', [], """
            upgrade { execute "CREATE TABLE seen AS SELECT current_setting('TimeZone') AS zone, '2026-07-01 12:00'::timestamptz AS at" }
            irreversible 'no'""")
        if (zone) {
            database.execute("DO \$\$BEGIN EXECUTE format('ALTER DATABASE %I SET TimeZone = ''$zone''', current_database()); END\$\$")
        }
        def server = zone ?: database.rows("SELECT setting FROM pg_file_settings WHERE lower(name) = 'timezone' ORDER BY seqno DESC LIMIT 1")[0][0]

        when:
        TimeZone.default = TimeZone.getTimeZone('Asia/Kolkata')
        def connection = database.open()
        def retort = where == 'lent' ? Retort.configure().home(project.home).connection(connection).build() : project.retort(database)
        retort.upgrade('head')

        then:
        database.rows('SELECT zone FROM seen') == [[server]]
        value(connection, "current_setting('TimeZone')") == 'Asia/Kolkata'

        cleanup:
        TimeZone.default = jvm
        connection?.close()

        where:
        where | zone
        'own' | 'America/New_York'
        'own' | null
        'lent' | 'America/New_York'
        'lent' | null
    }
}
