package dev.retort.internal.cli

import com.fasterxml.jackson.core.JsonFactory
import dev.retort.Cancellation
import dev.retort.Problem
import dev.retort.RetortException
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class MainSpec extends Specification {

    @TempDir
    Path folder

    def variables = [:]
    def out = new ByteArrayOutputStream()
    def err = new ByteArrayOutputStream()

    def "what cannot be parsed ends with 2 and a way out: #line"() {
        expect:
        run(line) == 2
        stderr() == "error: $message\n"
        stdout() == ''

        where:
        line                     || message
        'upgrad head'            || 'There is no command "upgrad". Did you mean "upgrade"?'
        'xyzzy'                  || 'There is no command "xyzzy". Type: retort --help'
        '--jsn heads'            || 'There is no option "--jsn". Did you mean "--json"?'
        'upgrade'                || '"upgrade" needs TARGET. For example: retort upgrade head'
        'plan'                   || '"plan" needs COMMAND. For example: retort plan upgrade head'
        'plan upgrade'           || '"plan" needs TARGET. For example: retort plan upgrade head'
        'plan upgrad head'       || 'There is no plan for "upgrad"; there is one for upgrade, downgrade and stamp. Did you mean "upgrade"?'
        'plan sideways -1'       || 'There is no plan for "sideways"; there is one for upgrade, downgrade and stamp. Type: retort plan --help'
        'plan --sq head'         || '"plan" has no option "--sq". Type: retort plan --help'
        '--url a --url b heads'  || 'Option \'--url\' (URL) should be specified only once. Type: retort --help'
        'show'                   || '"show" needs REV. For example: retort show head'
        'stamp'                  || '"stamp" needs REVS. For example: retort stamp head'
        'merge -m x'             || '"merge" needs REVS. For example: retort merge heads -m "Merge"'
        'upgrade head other'     || 'Unexpected argument "other". Type: retort upgrade --help'
        'heads all'              || 'Unexpected argument "all". Type: retort heads --help'
        'upgrade --sq head'      || '"upgrade" has no option "--sq". Did you mean "--sql"?'
        'upgrade head --sq'      || '"upgrade" has no option "--sq". Did you mean "--sql"?'
        'downgrade --lock-timeot=3s' || '"downgrade" has no option "--lock-timeot". Did you mean "--lock-timeout"?'
        'history --vrebose'      || '"history" has no option "--vrebose". Did you mean "--verbose"?'
        'stamp head --prge'      || '"stamp" has no option "--prge". Did you mean "--purge"?'
        'heads -z'               || '"heads" has no option "-z". Type: retort heads --help'
        'heads -y=1'             || '"heads" has no option "-y". Type: retort heads --help'
        'up'                     || 'There is no command "up". In Retort: retort upgrade head'
        'upg'                    || 'There is no command "upg". Did you mean "upgrade"?'
        're'                     || 'There is no command "re". Type: retort --help'
        'stat'                   || 'There is no command "stat". Did you mean "status"?'
        'upgrade head --rehe'    || '"upgrade" has no option "--rehe". Did you mean "--rehearse"?'
        'help nope'              || 'There is no command "nope". Type: retort --help'
        'help migrate'           || 'There is no command "migrate". In Retort: retort upgrade head'
        'nope --help'            || 'There is no command "nope". Type: retort --help'
        'nope --version'         || 'There is no command "nope". Type: retort --help'
        'baseline --version 1'   || 'There is no command "baseline". In Retort: retort stamp head'
        'revision users'         || 'Unexpected argument "users". Write: retort revision -m "users"'
        'revision add some users' || 'Unexpected argument "add". Write: retort revision -m "add some users"'
        'resolve a1'             || '"resolve" needs --applied or --not-applied. Type: retort resolve --help'
        'upgrade head -n'        || '"upgrade" needs a value for --name. Type: retort upgrade --help'
        'revision -m'            || '"revision" needs a value for --message. Type: retort revision --help'
        '--url'                  || '"retort" needs a value for --url. Type: retort --help'
        'stamp head --purge --sql' || '--purge cannot go with --sql. Leave one of them out.'
    }

    def "no command at all is an error that says where to look"() {
        expect:
        run() == 2
        stderr() == 'error: A command is missing. Type: retort --help\n'
    }

    def "an error is a document when documents are asked for: #line"() {
        expect:
        run(line) == 2
        stderr() == ''
        tokens(stdout()) > 5
        stdout().contains('"kind" : "Usage"')
        stdout().contains(part)

        where:
        line                    || part
        'upgrad --json'         || 'There is no command \\"upgrad\\".'
        '--json'                || 'A command is missing.'
        'config --env x --json' || 'There is no environment \\"x\\".'
        'upgrade head --json --sql' || '--sql prints SQL'
    }

    def "no password gets into an error"() {
        expect:
        run('--ulr=postgresql://app:geheim@db/app heads') == 2
        run('heads postgresql://app:geheim@db/app') == 2
        !stderr().contains('geheim')
    }

    def "help goes to standard output: #line"() {
        expect:
        run(line) == 0
        stdout().startsWith("Usage: $usage")
        stdout().contains('Examples:')
        stdout().contains('Exit codes:')
        stderr() == ''

        where:
        line               || usage
        '--help'           || 'retort [OPTIONS] [COMMAND]'
        '-h'               || 'retort [OPTIONS] [COMMAND]'
        'help'             || 'retort [OPTIONS] [COMMAND]'
        'help upgrade'     || 'retort upgrade [OPTIONS] TARGET'
        'upgrade --help'   || 'retort upgrade [OPTIONS] TARGET'
        'downgrade -h'     || 'retort downgrade [OPTIONS] [TARGET]'
        '--json heads -h'  || 'retort heads [OPTIONS]'
    }

    def "every command has help with an example of its own"() {
        expect:
        CommandTree.create().subcommands.each { name, command ->
            assert command.usageMessage.contains("  retort ${command.commandName}")
            assert command.commandSpec.usageMessage().description().length == 1
            assert command.commandSpec.usageMessage().description()[0].endsWith('.')
        }
    }

    def "the version"() {
        expect:
        run('--version') == 0
        stdout() ==~ /retort \S+ \(Java [\w.+-]+\)\n/
    }

    def "config shows where each value comes from"() {
        given:
        Files.writeString(folder.resolve('retort.toml'), '''\
            migrations = ["a", "b"]
            [env.prod]
            url = "postgresql://app:geheim@db/app"
            '''.stripIndent())
        variables.RETORT_LOCK_TIMEOUT = '10s'

        expect:
        run('config --env prod') == 0
        stdout() == '''\
            environment           prod                                   --env
            url                   postgresql://app:***@db/app            retort.toml:3:1
            user                  -                                      not set
            password              -                                      not set
            password_command      -                                      not set
            wait                  0s                                     default
            migrations            a, b                                   retort.toml:1:1
            version_table         retort_version                         default
            version_table_schema  -                                      not set
            history_table         retort_history                         default
            schemas               -                                      not set
            lock_timeout          10s                                    RETORT_LOCK_TIMEOUT
            answer_timeout        1m                                     default
            ddl_lock_timeout      2s                                     default
            ddl_lock_tries        10                                     default
            statement_timeout     0s                                     default
            backup_program        -                                      not set
            role_warning          true                                   default
            strict                false                                  default
            scratch               false                                  default
            script_timeout        10s                                    default
            script_depth          1000                                   default
            script_elements       1000000                                default
            script_characters     10000000                               default
            sandbox               thread                                 default
            file_template         %(rev)s_%(slug)s                       default
            truncate_slug_length  40                                     default
            timezone              UTC                                    default
            revision_template     -                                      not set
            target                schema.groovy                          default
            autogenerate.include  -                                      not set
            autogenerate.exclude  -                                      not set
            verify.rows           5                                      default
            verify.except         -                                      not set
            verify.heads          -                                      not set
            verify.fixtures       fixtures                               default
            verify.embedded       -                                      not set
            naming.ix             ix_%(table_name)s_%(column_0_N_name)s  default
            naming.uq             uq_%(table_name)s_%(column_0_N_name)s  default
            naming.ck             ck_%(table_name)s_%(column_0_N_name)s  default
            naming.fk             fk_%(table_name)s_%(column_0_N_name)s  default
            naming.pk             pk_%(table_name)s                      default
            naming.ex             ex_%(table_name)s_%(column_0_N_name)s  default
            naming.cut            retort                                 default
            lint.off              -                                      not set
            lint.info             -                                      not set
            lint.warning          -                                      not set
            lint.error            -                                      not set
            lint.fail_on          warning                                default
            lint.baseline         -                                      not set
            lint.server_version   -                                      not set
            lint.small_table      10000                                  default
            lint.upgrade          warn                                   default
            jpa.classes           -                                      not set
            jpa.classpath         -                                      not set
            jpa.unit              -                                      not set
            jpa.naming            -                                      not set
            jpa.properties        -                                      not set
            '''.stripIndent()
        stderr() == ''
    }

    def "config as a document"() {
        expect:
        run('config --json --url postgresql://a:geheim@b/c') == 0
        tokens(stdout()) == 475
        stdout().contains('"value" : "postgresql://a:***@b/c"')
        stdout().contains('"file" : null')
    }

    def "an odd variable is warned of on standard error"() {
        given:
        variables.RETORT_ULR = 'x'

        expect:
        run('config') == 0
        stderr() == 'warning: There is no variable "RETORT_ULR". Did you mean "RETORT_URL"?\n'
    }

    def "init makes a folder, a configuration that is valid, and a template: #line"() {
        expect:
        run(line) == 0
        stdout() == made.collect { "$it\n" }.join()
        stderr() == "Write the first revision: retort ${option}revision -m \"…\"\n"
        made.every { Files.isRegularFile(folder.resolve(it)) }

        when:
        out.reset()
        err.reset()

        then:
        run("config -c ${made[0]} --json") == 0
        stderr() == ''
        stdout().contains("\"$migrations\"")

        where:
        line                          || made                                                | migrations      | option
        'init'                        || ['retort.toml', 'migrations/revision.template']    | 'migrations'    | ''
        'init db/changes'             || ['retort.toml', 'db/changes/revision.template']    | 'db/changes'    | ''
        'init -t environments'        || ['retort.toml', 'migrations/revision.template']    | 'migrations'    | ''
        'init -c conf/app.toml'       || ['conf/app.toml', 'migrations/revision.template']  | '../migrations' | '-c conf/app.toml '
    }

    def "init overwrites nothing, and then writes nothing"() {
        given:
        Files.writeString(folder.resolve('retort.toml'), '# mine')

        expect:
        run('init') == 2
        stderr() == 'error: retort.toml: The file is there already. Nothing was written; remove it or choose another name.\n'
        Files.readString(folder.resolve('retort.toml')) == '# mine'
        !Files.exists(folder.resolve('migrations'))
    }

    def "init says what else is in its way: #line"() {
        given:
        Files.writeString(folder.resolve('a-file'), '')

        expect:
        run(line) == exit
        stderr() == "error: $message\n"
        stdout() == ''
        folder.toFile().list() as List == ['a-file']

        where:
        line                || exit | message
        'init a-file/below' || 2    | 'a-file: It is there already, and not a folder. Type: retort init OTHER_DIR'
        'init a-file'       || 2    | 'a-file: It is there already, and not a folder. Type: retort init OTHER_DIR'
        'init -t generc'    || 2    | 'There is no template "generc". Did you mean "generic"?'
        'init -t xyz'       || 2    | 'There is no template "xyz". Type: retort list-templates'
    }

    def "the templates"() {
        expect:
        run('list-templates') == 0
        stdout() == '''\
            generic       One database; its URL in retort.toml or in DATABASE_URL.
            environments  Environments: SQLite for development, PostgreSQL for tests and production.
            '''.stripIndent()
    }

    def "each kind of failure has a number of its own: #kind"() {
        given:
        def reports = new Reports(new Console(process(), new GlobalOptions()), false)

        expect:
        reports.failure(new RetortException(kind, [Problem.of('One.').withHint('Do this.'), Problem.of('Two?')])).number() == number
        stderr() == 'error: One. Do this.\nerror: Two?\n'

        where:
        kind                              || number
        RetortException.Kind.FAILED       || 1
        RetortException.Kind.USAGE        || 2
        RetortException.Kind.SCRIPT       || 3
        RetortException.Kind.UNREACHABLE  || 4
        RetortException.Kind.LOCK_TIMEOUT || 5
        RetortException.Kind.DIFFERENCES  || 6
    }

    def "a bug is told with its trace, and without passwords"() {
        given:
        def reports = new Reports(new Console(process(), new GlobalOptions()), json)

        expect:
        reports.bug(new IllegalStateException('lost postgresql://a:geheim@b/c')).number() == 70
        stderr().startsWith("error: ${IssueAddress.request()}\n" +
                'java.lang.IllegalStateException: lost postgresql://a:***@b/c\n\tat ')
        stdout().contains('"kind" : "Bug"') == json
        !stdout().contains('geheim')

        where:
        json << [false, true]
    }

    def "a bug is reported where the build says: #address"() {
        expect:
        IssueAddress.request(address) == "This is a bug in Retort. Please report it $request"

        where:
        address                      || request
        ''                           || 'with the text below to whoever gave you the program.'
        'https://example.org/issues' || 'at https://example.org/issues with the text below.'
    }

    def "the sentence for a bug has no trace of the build"() {
        expect:
        IssueAddress.request().startsWith('This is a bug in Retort. Please report it ')
        !IssueAddress.request().contains('${')
    }

    def "a database at every head lacks none"() {
        expect:
        CurrentCommand.missingHeads(current.collect { Views.view(it) }, heads.collect { Views.view(it) }) == missing

        where:
        current    | heads      || missing
        ['a', 'b'] | ['b', 'a'] || []
        ['a']      | ['b', 'a'] || ['b']
        []         | ['b', 'a'] || ['a', 'b']
        []         | []         || []
        ['x', 'a'] | ['a']      || []
    }

    def "the training run says nothing and leaves nothing behind"() {
        given:
        def before = trainings()
        def streams = [System.out, System.err]
        System.out = stream(out)
        System.err = stream(err)

        when:
        TrainingRun.main()

        then:
        stdout() == ''
        stderr() == ''
        trainings() == before

        cleanup:
        System.out = streams[0]
        System.err = streams[1]
    }

    def "all that the training run types works, #place"() {
        given:
        def stage = Files.createTempDirectory(above, 'training')

        expect:
        TrainingRun.train(stage, stream(out)) == []

        cleanup:
        stage.toFile().deleteDir()

        where:
        place                                   | above
        'elsewhere'                             | Path.of(System.getProperty('java.io.tmpdir'))
        'below the folder that it is typed in' | Files.createDirectories(Path.of('target').toAbsolutePath())
    }

    private static Set<String> trainings() {
        new File(System.getProperty('java.io.tmpdir')).list().findAll { it.startsWith('retort-training') } as Set
    }

    private int run(String line = null) {
        Main.run(line == null ? new String[0] : line.split(' '), stream(out), stream(err), variables, folder)
    }

    private ProcessContext process() {
        new ProcessContext(stream(out), stream(err), ProcessContext.Terminals.NONE, variables, folder, new Cancellation())
    }

    private static PrintStream stream(OutputStream bytes) {
        new PrintStream(bytes, true, StandardCharsets.UTF_8)
    }

    private String stdout() {
        out.toString(StandardCharsets.UTF_8)
    }

    private String stderr() {
        err.toString(StandardCharsets.UTF_8)
    }

    private static int tokens(String document) {
        def parser = new JsonFactory().createParser(document)
        int count = 0
        while (parser.nextToken() != null) {
            count++
        }
        count
    }
}
