package dev.retort.internal.configuration

import dev.retort.RetortException

/** Which source of a setting counts. */
class ConfigurationSpec extends ResolvingSpec {

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

    def "the file is chosen by flag before variable"() {
        given:
        write('a.toml', '')
        write('b.toml', '')

        expect:
        resolve(file: 'a.toml', variables: [RETORT_CONFIG: 'b.toml']).file() == 'a.toml'
        resolve(variables: [RETORT_CONFIG: 'b.toml']).file() == 'b.toml'
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

    def "what the file's user and password are made of is not asked for where they do not count"() {
        given:
        write('retort.toml', 'url = "postgresql://db/app"\nuser = "${APP_USER}"\npassword_command = "${APP_SECRETS}"')

        when:
        def configuration = resolve(flags: [(Setting.URL): ['postgresql://other/app']])

        then:
        shown(configuration, 'user') == [null, 'not set']
        shown(configuration, 'password_command') == [null, 'not set']

        when:
        resolve([:])

        then:
        def e = thrown(RetortException)
        e.problems()*.sentence() == ['The variable "APP_USER" is not set.', 'The variable "APP_SECRETS" is not set.']
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
}
