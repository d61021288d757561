package dev.retort.internal.cli.config

import dev.retort.RetortException
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.ZoneId
import spock.lang.Specification
import spock.lang.TempDir

class ConfigurationSpec extends Specification {

    @TempDir
    Path folder

    def "the strongest source of a setting wins: #expected"() {
        given:
        if (inFile) {
            write('retort.toml', "url = '$inFile'")
        }

        when:
        def configuration = resolve(
                flags: flag ? [(Setting.URL): [flag]] : [:],
                variables: [RETORT_URL: variable, DATABASE_URL: databaseUrl].findAll { it.value != null })

        then:
        shown(configuration, 'url') == [expected, source]

        where:
        flag         | variable     | databaseUrl  | inFile       || expected                 | source
        'sqlite:///1' | 'sqlite:///2' | 'sqlite:///3' | 'sqlite:///4' || 'sqlite:///1'           | '--url'
        null         | 'sqlite:///2' | 'sqlite:///3' | 'sqlite:///4' || 'sqlite:///2'           | 'RETORT_URL'
        null         | null         | 'sqlite:///3' | 'sqlite:///4' || 'sqlite:///3'           | 'DATABASE_URL'
        null         | null         | null         | 'sqlite:///4' || 'sqlite:///4'           | 'retort.toml:1:1'
        null         | null         | null         | null         || 'jdbc:sqlite:retort.db' | 'default'
        null         | ''           | ''           | 'sqlite:///4' || 'sqlite:///4'           | 'retort.toml:1:1'
        null         | ''           | 'sqlite:///3' | null         || 'sqlite:///3'           | 'DATABASE_URL'
    }

    def "what is typed names the database, whatever the variables say: #typed"() {
        given:
        write('retort.toml', """
            url = 'sqlite:///top.db'
            user = 'top'
            [env.dev]
            url = 'sqlite:///dev.db'
            user = 'dev'
            [env.shop]
            version_table = 'shop'
            """.stripIndent())

        when:
        def configuration = resolve(typed + [variables: [DATABASE_URL: 'sqlite:///prod.db', RETORT_USER: 'me', RETORT_LOCK_TIMEOUT: '1s']])

        then:
        shown(configuration, 'url')[0] == "sqlite:///$url"
        shown(configuration, 'user')[0] == user
        shown(configuration, 'lock_timeout')[1] == 'RETORT_LOCK_TIMEOUT'
        configuration.unusedUrls()*.toString() == unused

        where:
        typed                   || url       | user  | unused
        [:]                     || 'prod.db' | 'me'  | ['retort.toml:2:1']
        [environment: 'dev']    || 'dev.db'  | 'dev' | ['DATABASE_URL']
        [environment: 'shop']   || 'prod.db' | 'me'  | ['retort.toml:2:1']
        [file: 'retort.toml']   || 'top.db'  | 'top' | ['DATABASE_URL']
        [file: 'retort.toml', flags: [(Setting.URL): ['sqlite:///x.db']]] || 'x.db' | 'me' | ['DATABASE_URL', 'retort.toml:2:1']
    }

    def "of a password and a command for one the stronger source counts: #variables"() {
        given:
        write('retort.toml', "url = 'postgresql://h/d'\n$inFile")

        when:
        def configuration = resolve(variables: variables)

        then:
        [configuration.text(Setting.PASSWORD).orElse(null), configuration.text(Setting.PASSWORD_COMMAND).orElse(null)] == expected

        where:
        inFile                          | variables                            || expected
        "password = 'x'"                | [RETORT_PASSWORD_COMMAND: 'echo y']  || [null, 'echo y']
        "password_command = 'echo x'"   | [RETORT_PASSWORD: 'y']               || ['y', null]
        "password_command = 'echo x'"   | [:]                                  || [null, 'echo x']
        "password_command = 'echo x'"   | [DATABASE_URL: 'postgresql://o/d']   || [null, null]
    }

    def "a password and a command for one in the same place are one too many"() {
        given:
        write('retort.toml', "password = 'x'\npassword_command = 'echo y'")

        when:
        resolve([:])

        then:
        def e = thrown(RetortException)
        e.message == 'retort.toml:2:1: There are both "password" and "password_command". Leave one of them out.'
    }

    def "sources that name the same database do not disagree"() {
        given:
        write('retort.toml', 'url = "${DATABASE_URL}"')

        expect:
        resolve(variables: [DATABASE_URL: 'sqlite:///a.db', RETORT_URL: 'sqlite:///a.db']).unusedUrls() == []
        resolve(variables: [RETORT_URL: 'sqlite:///a.db']).unusedUrls()*.toString() == ['retort.toml:1:1']
        resolve([:] + [flags: [(Setting.URL): ['sqlite:///a.db']]]).unusedUrls()*.toString() == ['retort.toml:1:1']
    }

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

    def "an environment comes before the top of the file, and is chosen by #source"() {
        given:
        write('retort.toml', """
            ${inFile ? "default_env = '$inFile'" : ''}
            url = 'sqlite:///top'
            version_table = 'top'
            [env.dev]
            url = 'sqlite:///dev'
            [env.prod]
            url = 'sqlite:///prod'
            """.stripIndent())

        when:
        def configuration = resolve(environment: flag, variables: variable ? [RETORT_ENV: variable] : [:])

        then:
        configuration.text(Setting.URL).get() == url
        configuration.text(Setting.VERSION_TABLE).get() == 'top'
        shown(configuration, 'environment') == [environment, source]

        where:
        flag   | variable | inFile || url              | environment | source
        'prod' | 'dev'    | 'dev'  || 'sqlite:///prod' | 'prod'      | '--env'
        null   | 'prod'   | 'dev'  || 'sqlite:///prod' | 'prod'      | 'RETORT_ENV'
        null   | null     | 'dev'  || 'sqlite:///dev'  | 'dev'       | 'retort.toml:2:1'
        null   | null     | null   || 'sqlite:///top'  | null        | 'not set'
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

    def "what is wrong with the file is said at once and with its place: #line"() {
        given:
        write('retort.toml', line)

        when:
        resolve([:])

        then:
        def failure = thrown(RetortException)
        failure.kind() == RetortException.Kind.USAGE
        failure.message == message

        where:
        line                              || message
        'ulr = "x"'                       || 'retort.toml:1:1: There is no setting "ulr". Did you mean "url"?'
        '\n  migration = "x"'             || 'retort.toml:2:3: There is no setting "migration". Did you mean "migrations"?'
        '"a.b" = 1'                       || 'retort.toml:1:1: There is no setting "a.b". The keys are: url, user, password, password_command, wait, migrations, version_table, version_table_schema, history_table, lock_timeout, answer_timeout, ddl_lock_timeout, ddl_lock_tries, statement_timeout, backup_program, role_warning, strict, script_timeout, script_depth, script_elements, script_characters, sandbox, file_template, truncate_slug_length, timezone, revision_template, naming, env, default_env.'
        'url = 5'                         || 'retort.toml:1:1: "url" must be a string.'
        'url = ""'                        || 'retort.toml:1:1: "url" must not be empty.'
        'migrations = [1]'                || 'retort.toml:1:1: "migrations" must be a string or a list of strings.'
        'migrations = []'                 || 'retort.toml:1:1: "migrations" must be a string or a list of strings.'
        'role_warning = "no"'             || 'retort.toml:1:1: "role_warning" must be true or false, not "no".'
        'role_warning = 0'                || 'retort.toml:1:1: "role_warning" must be true or false.'
        'naming = 1'                      || 'retort.toml:1:1: "naming" must be a table. Write a table [naming] with the keys ix, uq, ck, fk, pk, ex, cut.'
        '"naming.uq" = "x"'               || 'retort.toml:1:1: There is no setting "naming.uq". Did you mean "naming"?'
        '[naming]\nuk = "x"'              || 'retort.toml:2:1: A naming convention has no key "uk". Did you mean "ck"?'
        '[naming]\nuq = 1'                || 'retort.toml:2:1: "naming.uq" must be a string with tokens such as %(table_name)s.'
        '[naming]\nuq = "%(tabel_name)s"' || 'retort.toml:2:1: The naming convention for "uq" has an unknown token "tabel_name". Did you mean "table_name"?'
        '[naming]\nuq = ""'               || 'retort.toml:2:1: The naming convention for "uq" is empty. Leave it out for the default.'
        'truncate_slug_length = "x"'      || 'retort.toml:1:1: "truncate_slug_length" must be a whole number above zero, not "x".'
        'truncate_slug_length = 0'        || 'retort.toml:1:1: "truncate_slug_length" must be a whole number above zero, not "0".'
        'truncate_slug_length = 1.5'      || 'retort.toml:1:1: "truncate_slug_length" must be a whole number above zero.'
        'lock_timeout = 30'               || 'retort.toml:1:1: "lock_timeout" must be a duration such as "30s", "5m" or "500ms".'
        'ddl_lock_tries = 0'              || 'retort.toml:1:1: "ddl_lock_tries" must be a whole number above zero, not "0".'
        'lock_timeout = "soon"'           || 'retort.toml:1:1: "lock_timeout" must be a duration such as "30s", "5m" or "500ms", not "soon".'
        'script_timeout = "0s"'           || 'retort.toml:1:1: "script_timeout" must be a duration from "1ms" to "24h", not "0s".'
        'script_timeout = "-1s"'          || 'retort.toml:1:1: "script_timeout" must be a duration from "1ms" to "24h", not "-1s".'
        'script_timeout = "25h"'          || 'retort.toml:1:1: "script_timeout" must be a duration from "1ms" to "24h", not "25h".'
        'script_depth = 99'               || 'retort.toml:1:1: "script_depth" must be a whole number from 100 to 10000, not "99".'
        'script_depth = 10001'            || 'retort.toml:1:1: "script_depth" must be a whole number from 100 to 10000, not "10001".'
        'script_depth = true'             || 'retort.toml:1:1: "script_depth" must be a whole number from 100 to 10000.'
        'script_elements = 0'             || 'retort.toml:1:1: "script_elements" must be a whole number above zero, not "0".'
        'script_characters = -5'          || 'retort.toml:1:1: "script_characters" must be a whole number above zero, not "-5".'
        'script_characters = "many"'      || 'retort.toml:1:1: "script_characters" must be a whole number above zero, not "many".'
        'sandbox = "jail"'                || 'retort.toml:1:1: "sandbox" must be "thread" or "process", not "jail".'
        'timezone = "Berlin"'             || 'retort.toml:1:1: "timezone" must be a time zone such as "UTC" or "Europe/Berlin", not "Berlin".'
        'password = 1'                    || 'retort.toml:1:1: "password" must be a string.'
        'url = "${NOPE}"'                 || 'retort.toml:1:1: The variable "NOPE" is not set. Type: export NOPE=…'
        'url = "${a b}"'                  || 'retort.toml:1:1: "${a b}" names no variable. A variable\'s name has letters, digits and underscores.'
        'env = "dev"'                     || 'retort.toml:1:1: "env" must be a table. Write a table [env.dev] for the environment dev, and default_env = "dev" to make it the default.'
        '[env]\ndev = 1'                  || 'retort.toml:2:1: "env.dev" must be a table of settings.'
        '[env.dev]\nenv = {}'             || 'retort.toml:2:1: There is no setting "env". The keys are: url, user, password, password_command, wait, migrations, version_table, version_table_schema, history_table, lock_timeout, answer_timeout, ddl_lock_timeout, ddl_lock_tries, statement_timeout, backup_program, role_warning, strict, script_timeout, script_depth, script_elements, script_characters, sandbox, file_template, truncate_slug_length, timezone, revision_template, naming.'
        'default_env = 1'                 || 'retort.toml:1:1: "default_env" must be a string, the name of an environment.'
        'default_env = "prd"\n[env.prod]' || 'retort.toml:1:1: There is no environment "prd". Did you mean "prod"?'
        'default_env = "x"'               || 'retort.toml:1:1: There is no environment "x". Write a table [env.x] in retort.toml.'
        'ulr = 1\nusr = 2\n[env.a]\nurl=1' || 'retort.toml:1:1: There is no setting "ulr". Did you mean "url"?\nretort.toml:2:1: There is no setting "usr". Did you mean "user"?\nretort.toml:4:1: "url" must be a string.'
    }

    def "a file that is no TOML is refused with the place: #text"() {
        given:
        write('retort.toml', text)

        when:
        resolve([:])

        then:
        def failure = thrown(RetortException)
        failure.kind() == RetortException.Kind.USAGE
        failure.message.startsWith("retort.toml:$line:")

        where:
        text                       || line
        'url = '                   || 1
        'url = "a"\nurl = "b"'     || 2
        'x = 1\n\n[env.dev\n'      || 3
        'url = "a'                 || 1
    }

    def "a bad value of a flag or a variable names it: #source"() {
        when:
        resolve(flags: flags, variables: variables)

        then:
        def failure = thrown(RetortException)
        failure.message == message

        where:
        flags                             | variables                          || message
        [(Setting.LOCK_TIMEOUT): ['x']]   | [:]                                || '--lock-timeout: "lock_timeout" must be a duration such as "30s", "5m" or "500ms", not "x".'
        [:]                               | [RETORT_TIMEZONE: 'Mars']          || 'RETORT_TIMEZONE: "timezone" must be a time zone such as "UTC" or "Europe/Berlin", not "Mars".'
        [:]                               | [RETORT_ENV: 'dev']                || 'RETORT_ENV: There is no environment "dev". Write a table [env.dev] in a configuration file.'
        [:]                               | [RETORT_TRUNCATE_SLUG_LENGTH: '-1', RETORT_LOCK_TIMEOUT: '1'] || 'RETORT_LOCK_TIMEOUT: "lock_timeout" must be a duration such as "30s", "5m" or "500ms", not "1".\nRETORT_TRUNCATE_SLUG_LENGTH: "truncate_slug_length" must be a whole number above zero, not "-1".'
        source = flags ?: variables
    }

    def "the nearest file counts, and its relative names start from its folder"() {
        given:
        write('retort.toml', "url = 'sqlite:///app.db'\nmigrations = 'db'")
        def below = Files.createDirectories(folder.resolve('src/main'))

        when:
        def configuration = resolve(workingDirectory: below)

        then:
        configuration.file() == '../../retort.toml'
        configuration.paths(Setting.MIGRATIONS) == [folder.resolve('db')]
        configuration.url() == "sqlite:///${folder.resolve('app.db')}"

        when:
        write('src/retort.toml', '')

        then:
        resolve(workingDirectory: below).file() == '../retort.toml'
        resolve(workingDirectory: below).paths(Setting.MIGRATIONS) == [folder.resolve('src/migrations')]
    }

    def "names given as a flag or a variable start from the working directory"() {
        given:
        write('retort.toml', "migrations = 'db'")
        def below = Files.createDirectories(folder.resolve('below'))

        expect:
        resolve(workingDirectory: below, flags: [(Setting.MIGRATIONS): ['a', '../b']]).paths(Setting.MIGRATIONS)
                == [below.resolve('a'), folder.resolve('b')]
        resolve(workingDirectory: below, variables: [RETORT_MIGRATIONS: 'a' + File.pathSeparator + 'b']).paths(Setting.MIGRATIONS)
                == [below.resolve('a'), below.resolve('b')]
    }

    def "line ends and a byte order mark do not matter: #text"() {
        given:
        write('retort.toml', text)

        expect:
        resolve([:]).text(Setting.USER).get() == 'ü'
        shown(resolve([:]), 'user')[1] == place

        where:
        text                          || place
        "url = 'x'\r\nuser = 'ü'\r\n" || 'retort.toml:2:1'
        "\uFEFFuser = 'ü'"            || 'retort.toml:1:1'
    }

    def "what the parser would not come to an end with is refused before: #lines lines of #line"() {
        given:
        write('retort.toml', "\n$line".repeat(lines) + "\nuser = \"\"\"ü\"\"\"")

        when:
        resolve([:])

        then:
        def e = thrown(RetortException)
        e.message == "retort.toml:$at:1: Hundreds of empty lines and comments in a row, up to this one, cannot be read. Take some of them out."

        where:
        lines   | line  || at
        1_000   | ''    || 448
        200_000 | '# x' || 448
    }

    def "a file without anything special may have any number of empty lines and comments"() {
        given:
        write('retort.toml', "\n\n# x".repeat(100_000) + "\nuser = 'ü'")

        expect:
        resolve([:]).text(Setting.USER).get() == 'ü'
    }

    def "a comment of #lines lines is read"() {
        given:
        write('retort.toml', '# word\n'.repeat(lines) + "user = 'ü'")

        expect:
        resolve([:]).text(Setting.USER).get() == 'ü'

        where:
        lines << [1, 200]
    }

    def "the file is chosen by flag before variable"() {
        given:
        write('a.toml', '')
        write('b.toml', '')

        expect:
        resolve(file: 'a.toml', variables: [RETORT_CONFIG: 'b.toml']).file() == 'a.toml'
        resolve(variables: [RETORT_CONFIG: 'b.toml']).file() == 'b.toml'
    }

    def "a named file that cannot be read is an error: #name"() {
        given:
        Files.createDirectories(folder.resolve('a-folder'))
        Files.write(folder.resolve('latin.toml'), '# ü'.getBytes('ISO-8859-1'))

        when:
        resolve(file: name)

        then:
        def failure = thrown(RetortException)
        failure.kind() == RetortException.Kind.USAGE
        failure.message == message

        where:
        name        || message
        'none.toml' || 'none.toml: The configuration file does not exist. Type: retort init'
        'a-folder'  || 'a-folder: This is a folder, not a configuration file. Name the file in it.'
        'latin.toml' || 'latin.toml: The configuration file is not in UTF-8. Save it as UTF-8.'
    }

    def "the file of an SQLite URL is rooted: #url"() {
        expect:
        DatabaseFile.rooted(url, Path.of('/data/app')) == rooted

        where:
        url                               || rooted
        'jdbc:sqlite:app.db'              || 'jdbc:sqlite:/data/app/app.db'
        'jdbc:sqlite:../app.db?x=1'       || 'jdbc:sqlite:/data/app.db?x=1'
        'jdbc:sqlite:file:app.db?mode=ro' || 'jdbc:sqlite:file:/data/app/app.db?mode=ro'
        'jdbc:sqlite:/abs/app.db'         || 'jdbc:sqlite:/abs/app.db'
        'jdbc:sqlite::memory:'            || 'jdbc:sqlite::memory:'
        'jdbc:sqlite:file::memory:?cache=shared' || 'jdbc:sqlite:file::memory:?cache=shared'
        'sqlite:///:app.db'               || 'sqlite:////data/app/:app.db'
        'jdbc:sqlite:'                    || 'jdbc:sqlite:'
        'sqlite:///app.db'                || 'sqlite:////data/app/app.db'
        'sqlite:////abs/app.db'           || 'sqlite:////abs/app.db'
        'sqlite:///:memory:'              || 'sqlite:///:memory:'
        'sqlite://'                       || 'sqlite://'
        'postgresql://db/app'             || 'postgresql://db/app'
    }

    def "the file's user and password do not go to another database"() {
        given:
        write('retort.toml', "url = 'postgresql://db/app'\nuser = 'app'\npassword = 'geheim'")

        expect:
        resolve([:]).text(Setting.PASSWORD).get() == 'geheim'
        resolve(variables: [DATABASE_URL: 'postgresql://other/app']).text(Setting.PASSWORD).empty
        resolve(flags: [(Setting.URL): ['postgresql://other/app']]).text(Setting.USER).empty
        resolve(flags: [(Setting.URL): ['postgresql://other/app']], variables: [RETORT_PASSWORD: 'x'])
                .text(Setting.PASSWORD).get() == 'x'
    }

    def "a variable that is almost one of ours is warned of, others are not"() {
        expect:
        resolve(variables: [RETORT_MIGRATION: 'x', RETORT_HOME: '/opt', RETORT_TEST_POSTGRES_URL: 'y', OTHER: 'z'])
                .warnings() == ['There is no variable "RETORT_MIGRATION". Did you mean "RETORT_MIGRATIONS"?']
    }

    def "no password is shown"() {
        given:
        write('retort.toml', "url = 'postgresql://app:geheim@db/app?password=geheim'\npassword = 'geheim'")

        when:
        def shown = resolve([:]).shown()

        then:
        shown.find { it.key() == 'password' }.value() == ['***']
        shown.find { it.key() == 'url' }.value() == ['postgresql://app:***@db/app?password=***']
        !shown.toString().contains('geheim')
    }

    private Configuration resolve(Map<String, ?> parts) {
        Configuration.resolve(new SettingRequest(
                parts.flags ?: [:],
                parts.file as String,
                parts.environment as String,
                parts.variables ?: [:],
                parts.workingDirectory ?: folder))
    }

    private static List<String> shown(Configuration configuration, String key) {
        def shown = configuration.shown().find { it.key() == key }
        [shown.value()?.join(', '), shown.source()]
    }

    private void write(String name, String text) {
        def file = folder.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }
}
