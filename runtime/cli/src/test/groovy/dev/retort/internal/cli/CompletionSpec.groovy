package dev.retort.internal.cli

import dev.retort.internal.testing.Programs
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.TempDir

/** What shells complete, by the shells themselves, each with the script that is printed for it. */
@Requires({ os.linux })
@spock.lang.Tag('world')
class CompletionSpec extends CommandSpec {

    @Shared
    @TempDir
    File folder

    /** Complete what is in {@code $typed}: bash and fish list what there is, zsh shows what becomes of the line at a terminal. */
    static final Map<String, List<String>> SHELLS = [
            bash: ['bash', '--norc', '-c', '''
                source completion.bash
                COMP_LINE="retort $typed"; COMP_POINT=${#COMP_LINE}
                _retort retort
                (( ${#COMPREPLY[@]} == 0 )) || printf "%s\\n" "${COMPREPLY[@]}"'''],
            zsh : ['zsh', '-f', '-c', '''
                zmodload zsh/zpty
                zpty terminal zsh -f -i
                zpty -w terminal "PROMPT=; autoload -Uz compinit; compinit -D -u; source ./completion.zsh"
                zpty -w terminal "show-line() { print -r -- \\$BUFFER >line; zle -I; print writ''ten }; zle -N show-line; bindkey ^T show-line"
                zpty -w -n terminal "retort $typed"$'\\t'$'\\x14'
                zpty -r terminal output "*written*"
                cat line'''],
            fish: ['fish', '--no-config', '-c', '''
                source completion.fish
                complete -C "retort $typed" | string replace -r "\\t.*" ""'''],
    ]

    def setup() {
        chain()
        project.script('d1_bill.groovy', "revision 'd1'\ndownRevision 'a1'\nbranchLabels 'billing'\nmessage 'Bill'\nchange { }\n")
        project.home.resolve('completion.bash').toFile().text = retort('completion').out
        ['zsh', 'fish'].each { project.home.resolve("completion.$it").toFile().text = retort("completion $it").out }
        def program = new File(folder, 'retort')
        program.text = "#!/bin/sh\nexec ${Jvm.command(Main, [], []).collect { "'$it'" }.join(' ')} \"\$@\"\n"
        program.executable = true
    }

    List<String> completed(String shell, String typed) {
        def builder = new ProcessBuilder(['timeout', '60'] + SHELLS[shell])
        builder.environment().putAll(variables + [typed: typed, PATH: "$folder:${System.getenv('PATH')}" as String, HOME: folder.path, TERM: 'xterm'])
        def process = builder.directory(project.home.toFile()).redirectErrorStream(true).start()
        process.outputStream.close()
        def lines = process.inputStream.text.readLines()
        assert process.waitFor(60, TimeUnit.SECONDS)
        lines
    }

    def "#shell completes \"#typed\""() {
        expect:
        completed(shell, typed).sort() == expected

        where:
        [shell, typed, expected] << [
                ['bash', 'upg', ['upgrade']],
                ['bash', 'upgrade --rehe', ['--rehearse']],
                ['bash', 'completion f', ['fish']],
                ['bash', 'upgrade h', ['head', 'heads']],
                ['bash', '--url nowhere upgrade b1', ['b1']],
                ['bash', 'revision --head b', ['b1', 'base', 'billing@head']],
                ['bash', '-c nowhere.toml upgrade b1', []],
                ['bash', 'lint --fail-on ', ['error', 'info', 'warning']],
                ['bash', 'picture --format s', ['svg']],
                ['bash', 'diff d', ['d1', 'db']],
                ['bash', 'check --from ', ['chain', 'db']],
                ['bash', 'check --target comp', ['completion.bash', 'completion.fish', 'completion.zsh']],
                ['bash', 'nonsense a', []],
                ['bash', 'upgrade --lock-timeout ', []],
                ['fish', 'upg', ['upgrade']],
                ['fish', 'upgrade --rehe', ['--rehearse']],
                ['fish', 'completion f', ['fish']],
                ['fish', '--url nowhere upgrade b1', ['b1']],
                ['fish', 'lint --fail-on ', ['error', 'info', 'warning']],
                ['fish', 'nonsense a', []],
        ].findAll { Programs.has(it[0]) }
    }

    @Requires({ Programs.has('bash') })
    def "bash replaces what comes after a character that divides words for it: #typed"() {
        expect:
        completed('bash', typed) == expected

        where:
        typed                  || expected
        'upgrade --color=al'   || ['always']
        'upgrade billing@'     || ['head']
    }

    @Requires({ Programs.has('zsh') })
    def "zsh makes \"#line\" of \"#typed\""() {
        expect:
        completed('zsh', typed) == [line]

        where:
        typed                      || line
        'upg'                      || 'retort upgrade '
        'upgrade bil'              || 'retort upgrade billing@head '
        'revision --head=a'        || 'retort revision --head=a1 '
    }

    def "what a revision can be is listed without a database, its words first"() {
        given:
        variables.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/nothing'

        expect:
        with(retort('__complete -- upgrade --migrations=migrations')) {
            [exit, err] == [0, '']
            out.readLines()*.split('\t')*.getAt(0) == ['head', 'heads', 'base', 'billing@head', 'c1', 'b1', 'd1', 'a1']
            out.contains('b1\tAdd names\n') && out.contains('billing@head\tBill\n')
        }
    }

    def "for another shell there is nothing"() {
        expect:
        with(retort('completion bsh')) {
            [exit, out] == [2, '']
            err == 'error: There is no completion for "bsh"; there is one for bash, zsh and fish. Did you mean "bash"?\n'
        }
    }
}
