package dev.retort.internal.cli

import dev.retort.Cancellation
import dev.retort.RetortException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class EditorSpec extends Specification {

    @TempDir
    Path folder

    def "the editor is #expected with #environment"() {
        given:
        def bin = Files.createDirectories(folder.resolve('bin'))
        ['vim', 'nano'].each { bin.resolve(it).toFile().with { createNewFile(); setExecutable(true) } }

        expect:
        editor(environment.collectEntries { key, value -> [key, value.replace('BIN', bin.toString())] })
                .command() == Optional.ofNullable(expected)

        where:
        environment                                    || expected
        [EDITOR: 'ed', VISUAL: 'vis', PATH: 'BIN']     || 'ed'
        [EDITOR: ' ', VISUAL: 'vis', PATH: 'BIN']      || 'vis'
        [PATH: '/nowhere:BIN']                         || 'nano'
        [PATH: '']                                     || null
        [:]                                            || null
    }

    def "the variable may hold arguments, and file names may hold spaces"() {
        given:
        def target = folder.resolve('a file')
        Files.writeString(target, '')

        when:
        editor(EDITOR: "sh -c 'printf %s \"\$1\" > \"\$1\"' sh").open([target])

        then:
        Files.readString(target) == target.toString()
    }

    def "an editor that fails is an error: #command"() {
        when:
        editor(EDITOR: command).open([folder.resolve('x')])

        then:
        def failure = thrown(RetortException)
        failure.kind() == RetortException.Kind.FAILED
        failure.message == message

        where:
        command   || message
        'exit 3;' || 'The editor "exit 3;" ended with 3. Check the variable EDITOR.'
    }

    def "no editor is an error"() {
        when:
        editor([:]).open([folder.resolve('x')])

        then:
        def failure = thrown(RetortException)
        failure.message == 'No editor was found. Type: export EDITOR=…'
    }

    private Editor editor(Map<String, String> environment) {
        new Editor(new ProcessContext(System.out, System.err, ProcessContext.Terminals.NONE, environment, folder, new Cancellation()))
    }
}
