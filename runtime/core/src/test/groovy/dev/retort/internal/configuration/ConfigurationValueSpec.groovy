package dev.retort.internal.configuration

import java.nio.file.Path
import java.time.Duration
import java.time.ZoneId

/** What a setting is when it has been read. */
class ConfigurationValueSpec extends ResolvingSpec {

    def "every setting has its variable: #variable"() {
        expect:
        shown(resolve(variables: [(variable): value]), key) == [value, variable]

        where:
        variable                      | key                    | value
        'RETORT_URL'                  | 'url'                  | 'sqlite:///a.db'
        'RETORT_USER'                 | 'user'                 | 'app'
        'RETORT_PASSWORD_COMMAND'     | 'password_command'     | 'pass show db'
        'RETORT_WAIT'                 | 'wait'                 | '60s'
        'RETORT_MIGRATIONS'           | 'migrations'           | 'db'
        'RETORT_VERSION_TABLE'        | 'version_table'        | 'alembic_version'
        'RETORT_VERSION_TABLE_SCHEMA' | 'version_table_schema' | 'meta'
        'RETORT_HISTORY_TABLE'        | 'history_table'        | 'log'
        'RETORT_LOCK_TIMEOUT'         | 'lock_timeout'         | '30s'
        'RETORT_ANSWER_TIMEOUT'       | 'answer_timeout'       | '10s'
        'RETORT_DDL_LOCK_TIMEOUT'     | 'ddl_lock_timeout'     | '500ms'
        'RETORT_DDL_LOCK_TRIES'       | 'ddl_lock_tries'       | '3'
        'RETORT_STATEMENT_TIMEOUT'    | 'statement_timeout'    | '10m'
        'RETORT_ROLE_WARNING'         | 'role_warning'         | 'false'
        'RETORT_STRICT'               | 'strict'               | 'true'
        'RETORT_SCRATCH'              | 'scratch'              | 'true'
        'RETORT_SCRIPT_TIMEOUT'       | 'script_timeout'       | '1s'
        'RETORT_SCRIPT_DEPTH'         | 'script_depth'         | '200'
        'RETORT_SCRIPT_ELEMENTS'      | 'script_elements'      | '1000'
        'RETORT_SCRIPT_CHARACTERS'    | 'script_characters'    | '5000'
        'RETORT_SANDBOX'              | 'sandbox'              | 'process'
        'RETORT_FILE_TEMPLATE'        | 'file_template'        | '%(slug)s'
        'RETORT_TRUNCATE_SLUG_LENGTH' | 'truncate_slug_length' | '10'
        'RETORT_TIMEZONE'             | 'timezone'             | 'Europe/Berlin'
        'RETORT_REVISION_TEMPLATE'    | 'revision_template'    | 'new.txt'
        'RETORT_NAMING_UQ'            | 'naming.uq'            | 'u_%(table_name)s'
    }

    def "the naming convention of an environment goes before that of the file, key by key"() {
        given:
        write('retort.toml', '''
            [naming]
            pk = "%(table_name)s_pkey"
            uq = "top"
            [env.prod.naming]
            uq = "prod"
        '''.stripIndent())

        expect:
        def configuration = resolve(variables: [RETORT_ENV: 'prod', RETORT_NAMING_CK: 'ck'])
        shown(configuration, 'naming.uq') == ['prod', 'retort.toml:6:5']
        shown(configuration, 'naming.pk')[0] == '%(table_name)s_pkey'
        shown(configuration, 'naming.ck') == ['ck', 'RETORT_NAMING_CK']
    }

    def "the values come in their types"() {
        given:
        write('retort.toml', '''
            lock_timeout = "30s"
            role_warning = false
            truncate_slug_length = 20
            timezone = "Europe/Berlin"
            migrations = ["one", "/two"]
            revision_template = "new.txt"
        '''.stripIndent())

        when:
        def configuration = resolve([:])

        then:
        configuration.duration(Setting.LOCK_TIMEOUT) == Duration.ofSeconds(30)
        !configuration.flag(Setting.ROLE_WARNING)
        configuration.number(Setting.TRUNCATE_SLUG_LENGTH) == 20
        configuration.zone(Setting.TIMEZONE) == ZoneId.of('Europe/Berlin')
        configuration.paths(Setting.MIGRATIONS) == [folder.resolve('one'), Path.of('/two')]
        configuration.path(Setting.REVISION_TEMPLATE) == folder.resolve('new.txt')
    }

    def "a duration is written #text"() {
        expect:
        resolve(flags: [(Setting.LOCK_TIMEOUT): [text]]).duration(Setting.LOCK_TIMEOUT) == duration

        where:
        text    || duration
        '500ms' || Duration.ofMillis(500)
        '0s'    || Duration.ZERO
        '90s'   || Duration.ofSeconds(90)
        '5m'    || Duration.ofMinutes(5)
        '1h'    || Duration.ofHours(1)
        '2 m'   || Duration.ofMinutes(2)
    }

    def "variables are put into the values that count, and only there"() {
        given:
        write('retort.toml', '''
            default_env = "dev"
            url = "postgresql://${DB_HOST}:${DB_PORT}/app"
            [env.dev]
            user = "${DB_USER}"
            [env.prod]
            user = "${NOT_SET_HERE}"
        '''.stripIndent())

        when:
        def configuration = resolve(variables: [DB_HOST: 'db', DB_PORT: '5433', DB_USER: 'a$1b'])

        then:
        configuration.text(Setting.URL).get() == 'postgresql://db:5433/app'
        configuration.text(Setting.USER).get() == 'a$1b'
    }
}
