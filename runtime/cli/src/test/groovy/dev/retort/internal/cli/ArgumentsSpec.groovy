package dev.retort.internal.cli

import dev.retort.internal.configuration.Setting
import picocli.CommandLine
import spock.lang.Specification

class ArgumentsSpec extends Specification {

    def "negative numbers are targets: #line"() {
        expect:
        command(line).target == target

        where:
        line                        || target
        'upgrade head'              || 'head'
        'upgrade +1'                || '+1'
        'upgrade billing@+2'        || 'billing@+2'
        'upgrade a:b --sql'         || 'a:b'
        'downgrade'                 || '-1'
        'downgrade -1'              || '-1'
        'downgrade -3 --sql'        || '-3'
        'downgrade --sql -3'        || '-3'
        'downgrade -- -3'           || '-3'
        'downgrade -1 -v'           || '-1'
        'downgrade billing@-1'      || 'billing@-1'
        'downgrade base'            || 'base'
        'show -1'                   || '-1'
        'edit head-1'               || 'head-1'
    }

    def "a plan takes a command, its targets, and the rows to start from: #line"() {
        given:
        def plan = command(line) as PlanCommand

        expect:
        [plan.command, plan.targets, plan.from] == [command, targets, from]

        where:
        line                                 || command     | targets    | from
        'plan upgrade heads'                 || 'upgrade'   | ['heads']  | null
        'plan downgrade -2'                  || 'downgrade' | ['-2']     | null
        'plan downgrade -2 --from a,b'       || 'downgrade' | ['-2']     | 'a,b'
        'plan --from base upgrade +1'        || 'upgrade'   | ['+1']     | 'base'
        'plan stamp a b'                     || 'stamp'     | ['a', 'b'] | null
    }

    def "a range may begin with a negative number: #line"() {
        expect:
        (command(line) as HistoryCommand).range == range

        where:
        line                             || range
        'history'                        || null
        'history -r a:b'                 || 'a:b'
        'history -r -3:current'          || '-3:current'
        'history -r-3:current'           || '-3:current'
        'history --rev-range=-3:current' || '-3:current'
        'history --rev-range -3: -v'     || '-3:'
        'history -r :head -i'            || ':head'
    }

    def "global options stand before or after the command: #line"() {
        when:
        def options = options(line)

        then:
        options.settings() == [(Setting.URL): ['sqlite:///a'], (Setting.MIGRATIONS): ['one', 'two']]
        options.argumentValues() == [a: '2', b: 'x=y', c: '']
        options.config == 'c.toml'
        options.environment == 'prod'
        options.json && options.quiet && options.colour() == Colour.NEVER
        options.verbosity() == 2

        where:
        line << [
            '-c c.toml --env prod --url sqlite:///a --migrations one --migrations two -x a=1 -x a=2 -x b=x=y -x c --json -q -vv --no-color heads',
            'heads -c c.toml --env prod --url sqlite:///a --migrations one --migrations two -x a=1 -x a=2 -x b=x=y -x c --json -q -v -v --no-color',
            '-x a=1 --migrations one --json -x a=2 --url sqlite:///a --migrations two -v -x b=x=y -v -x c -q --env prod -c c.toml --no-color heads',
            '--config=c.toml --url sqlite:///z --migrations one -x a=1 -x c -v --json heads -x a=2 -x b=x=y --env prod --url=sqlite:///a --migrations two --quiet --verbose --color never',
        ]
    }

    def "a new revision is asked for: #line"() {
        when:
        def request = (command(line) as RevisionCommand).request()

        then:
        [request.message(), request.revisionId(), request.heads(), request.splice(), request.branchLabels(),
         request.dependsOn(), request.versionPath()] == expected

        where:
        line || expected
        'revision' || [null, null, ['head'], false, [], [], null]
        'revision -m Add --rev-id a1' || ['Add', 'a1', ['head'], false, [], [], null]
        'revision --message=Add --head a --head b --splice' || ['Add', null, ['a', 'b'], true, [], [], null]
        'revision --head base --branch-label x --depends-on a --depends-on b --version-path v' || [null, null, ['base'], false, ['x'], ['a', 'b'], 'v']
    }

    def "a merge is asked for: #line"() {
        when:
        def request = (command(line) as MergeCommand).request()

        then:
        [request.heads(), request.message(), request.revisionId(), request.branchLabels(), request.splice()] == expected

        where:
        line || expected
        'merge heads -m Merge' || [['heads'], 'Merge', null, [], false]
        'merge a b --rev-id c --branch-label x --splice' || [['a', 'b'], null, 'c', ['x'], true]
        'merge -m Merge a b' || [['a', 'b'], 'Merge', null, [], false]
    }

    def "the options of #line"() {
        expect:
        expected.every { name, value -> command(line)[name] == value }

        where:
        line || expected
        'upgrade head --sql' || [sql: true]
        'stamp a b --purge' || [targets: ['a', 'b'], purge: true, sql: false]
        'stamp head --sql' || [targets: ['head'], sql: true]
        'current --check-heads' || [checkHeads: true]
        'heads --resolve-dependencies' || [resolveDependencies: true]
        'init' || [folder: 'migrations', template: 'generic']
        'init db -t environments' || [folder: 'db', template: 'environments']
        'ensure-version --sql' || [sql: true]
        'ensure_version --sql' || [sql: true]
        'history -i' || [indicateCurrent: true]
        'branches' || [:]
        'config' || [:]
        'list-templates' || [:]
        'explain role' || [topic: 'role']
        'completion' || [:]
        'list_templates' || [:]
    }

    def "the lock's timeout is a setting: #line"() {
        expect:
        command(line).lock.settings() == [(Setting.LOCK_TIMEOUT): ['30s']]

        where:
        line << ['stamp head --lock-timeout 30s', 'ensure-version --lock-timeout 30s', 'resolve a --applied --lock-timeout 30s']
    }

    def "what is granted others is a setting, and so is the lock's timeout beside it: #line"() {
        expect:
        command(line).lockPolicy.settings() == settings

        where:
        line                                                    | settings
        'upgrade head --lock-timeout 30s'                       | [(Setting.LOCK_TIMEOUT): ['30s']]
        'downgrade -1 --lock-timeout=30s'                       | [(Setting.LOCK_TIMEOUT): ['30s']]
        'upgrade head --ddl-lock-timeout 1s --ddl-lock-tries 3' | [(Setting.DDL_LOCK_TIMEOUT): ['1s'], (Setting.DDL_LOCK_TRIES): ['3']]
        'downgrade -1 --statement-timeout=9m'                   | [(Setting.STATEMENT_TIMEOUT): ['9m']]
        'config --lock-timeout 30s --ddl-lock-timeout 0s'       | [(Setting.LOCK_TIMEOUT): ['30s'], (Setting.DDL_LOCK_TIMEOUT): ['0s']]
    }

    def "-n names the environment, as in Alembic's, where a command has no other use for it: #line"() {
        expect:
        options(line).environment == environment

        where:
        line                    || environment
        '-n prod upgrade head'  || 'prod'
        'upgrade head -n prod'  || 'prod'
        '--name prod heads'     || 'prod'
        '-n prod log'           || 'prod'
        'log -n 3'              || null
        '-n a heads --env b'    || 'b'
    }

    def "the small tree of commands parses as the whole one does"() {
        expect:
        CommandTree.create('upgrade', 'head').subcommands.keySet() == ['upgrade'] as Set
        CommandTree.create().subcommands.keySet().every { CommandTree.create(it).subcommands.keySet() == [it] as Set }
        CommandTree.create('no', 'command').subcommands.isEmpty()
    }

    private static Object command(String line) {
        parse(line).subcommand().commandSpec().userObject()
    }

    private static GlobalOptions options(String line) {
        def outer = parse(line)
        Program.global(outer).with(Program.global(outer.subcommand()))
    }

    private static CommandLine.ParseResult parse(String line) {
        String[] args = line.split(' ')
        CommandTree.create(args).parseArgs(args)
    }
}
