package dev.retort.internal.configuration

import dev.retort.RetortException

/** What is wrong with settings, and where. */
class ConfigurationMistakeSpec extends ResolvingSpec {

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
        '"a.b" = 1'                       || 'retort.toml:1:1: There is no setting "a.b". The keys are: url, user, password, password_command, wait, migrations, version_table, version_table_schema, history_table, schemas, lock_timeout, answer_timeout, ddl_lock_timeout, ddl_lock_tries, statement_timeout, backup_program, role_warning, strict, scratch, script_timeout, script_depth, script_elements, script_characters, sandbox, file_template, truncate_slug_length, timezone, revision_template, target, autogenerate, verify, naming, lint, jpa, env, default_env.'
        'url = 5'                         || 'retort.toml:1:1: "url" must be a string.'
        'url = ""'                        || 'retort.toml:1:1: "url" must not be empty.'
        'migrations = [1]'                || 'retort.toml:1:1: "migrations" must be a string or a list of strings.'
        'migrations = []'                 || 'retort.toml:1:1: "migrations" must be a string or a list of strings.'
        'role_warning = "no"'             || 'retort.toml:1:1: "role_warning" must be true or false, not "no".'
        'role_warning = 0'                || 'retort.toml:1:1: "role_warning" must be true or false.'
        'naming = 1'                      || 'retort.toml:1:1: "naming" must be a table. Write a table [naming] with the keys ix, uq, ck, fk, pk, ex, cut.'
        '"naming.uq" = "x"'               || 'retort.toml:1:1: There is no setting "naming.uq". Did you mean "naming"?'
        '[naming]\nuk = "x"'              || 'retort.toml:2:1: The table [naming] has no setting "uk". Did you mean "ck"?'
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
        '[env.dev]\nenv = {}'             || 'retort.toml:2:1: There is no setting "env". The keys are: url, user, password, password_command, wait, migrations, version_table, version_table_schema, history_table, schemas, lock_timeout, answer_timeout, ddl_lock_timeout, ddl_lock_tries, statement_timeout, backup_program, role_warning, strict, scratch, script_timeout, script_depth, script_elements, script_characters, sandbox, file_template, truncate_slug_length, timezone, revision_template, target, autogenerate, verify, naming, lint, jpa.'
        'default_env = 1'                 || 'retort.toml:1:1: "default_env" must be a string, the name of an environment.'
        'default_env = "prd"\n[env.prod]' || 'retort.toml:1:1: There is no environment "prd". Did you mean "prod"?'
        'default_env = "x"'               || 'retort.toml:1:1: There is no environment "x". Write a table [env.x] in retort.toml.'
        'ulr = 1\nusr = 2\n[env.a]\nurl=1' || 'retort.toml:1:1: There is no setting "ulr". Did you mean "url"?\nretort.toml:2:1: There is no setting "usr". Did you mean "user"?\nretort.toml:4:1: "url" must be a string.'
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
}
