package dev.retort.cli

import dev.retort.testing.Project
import spock.lang.AutoCleanup
import spock.lang.Specification

import java.nio.charset.StandardCharsets
import java.nio.file.Files

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
        (exit != 0) == fails
        err.contains("The process of the scripts cannot be started: there is no ${project.home.resolve('bin')}") == fails

        cleanup:
        System.setProperty('java.home', home)

        where:
        line                                        | setting               || fails
        'upgrade head'                              | ''                    || false
        'upgrade head --isolate'                    | ''                    || true
        'upgrade head --rehearse --isolate'         | ''                    || true
        'upgrade base:head --sql --isolate'         | ''                    || true
        'downgrade a:base --sql --isolate'          | ''                    || true
        'upgrade head'                              | 'sandbox = "process"' || true
        'upgrade head'                              | 'sandbox = "thread"'  || false
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
