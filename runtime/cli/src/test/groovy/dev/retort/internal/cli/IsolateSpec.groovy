package dev.retort.internal.cli

import dev.retort.internal.testing.Project
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The ways to have scripts run in a process of their own. */
class IsolateSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    Map<String, String> variables = [:]
    String out
    String err

    def "#line runs the scripts elsewhere, with #setting"() {
        given: 'a Java that cannot be started for them'
        project.table('a')
        Files.writeString(project.home.resolve('retort.toml'), setting)
        def home = System.getProperty('java.home')
        System.setProperty('java.home', project.home.toString())

        when:
        int exit = run(line)

        then:
        exit == code
        (err.contains("The process of the scripts cannot be started: there is no ${project.home.resolve('bin')}")) == (code == 1)

        cleanup:
        System.setProperty('java.home', home)

        where:
        line                                        | setting               || code
        'upgrade head'                              | ''                    || 0
        'upgrade head --isolate'                    | ''                    || 1
        'upgrade head --rehearse --isolate'         | ''                    || 1
        'upgrade base:head --sql --isolate'         | ''                    || 1
        'downgrade a:base --sql --isolate'          | ''                    || 1
        'upgrade head'                              | 'sandbox = "process"' || 1
        'upgrade head'                              | 'sandbox = "thread"'  || 0
    }

    def "a chain goes up and down in a process"() {
        given:
        project.table('a').table('b', ['a'])

        expect:
        run('upgrade head --isolate') == 0
        run('downgrade base --isolate') == 0
        run('current') == 0
        out == ''
    }

    private int run(String line) {
        def stdout = new ByteArrayOutputStream()
        def stderr = new ByteArrayOutputStream()
        int exit = Main.run(line.split(' '), stream(stdout), stream(stderr), variables, project.home)
        out = stdout.toString(StandardCharsets.UTF_8)
        err = stderr.toString(StandardCharsets.UTF_8)
        exit
    }

    private static PrintStream stream(OutputStream bytes) {
        new PrintStream(bytes, true, StandardCharsets.UTF_8)
    }
}
