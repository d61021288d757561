package dev.retort.internal.cli

import java.nio.file.Files

/** {@code log}, {@code validate} and {@code repair} as they are typed. */
@spock.lang.Tag('database')
class LogCommandSpec extends CommandSpec {

    def "log lists what was done, with the first line of what went wrong, on #dialect"() {
        given:
        on(dialect)
        chain()
        retorts('upgrade b1')
        project.script('c1_create_tags.groovy', "revision 'c1'\ndownRevision 'b1'\nupgrade { execute 'nonsense' }\nirreversible 'no'")
        assert retort('upgrade head').exit == 1

        when:
        def outcome = retort('log')
        def lines = outcome.out.readLines()

        then:
        outcome.exit == 0
        lines.size() == 5
        lines[0] ==~ /ROW  REVISION  DIRECTION  OUTCOME  STARTED +TOOK +SQL  BY +MESSAGE/
        lines[1] ==~ /3    c1 +upgrade +failed +\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ .*/
        lines[2].startsWith('     migrations/c1_create_tags.groovy:3: Revision c1 (upgrade) failed: ')
        lines[3] ==~ /2    b1 +upgrade +done .* Add names/
        lines[4] ==~ /1    a1 +upgrade +done .* Create users/

        and:
        retort('log -n 1').out.readLines().size() == 3
        retort('log --failed').out.readLines().size() == 3
        retort('log a1').out.readLines().size() == 2
        with(retort('log -v').out) {
            it.startsWith('Row 3: upgrade c1 (failed)\n')
            it.contains('    Nothing of this revision was kept; the database is at b1.\n')
            it =~ /(?m)^Checksum: [0-9a-f]{64} \(SHA-256\)$/
            it =~ /(?m)^Meaning: [0-9a-f]{64} \(SHA-256\)$/
        }

        and:
        with(retort('log --json').json) {
            exists
            entries*.id == [3, 2, 1]
            entries*.outcome == ['failed', 'done', 'done']
            entries[0].error.startsWith('migrations/c1_create_tags.groovy:3: ')
            entries[1].statements == 1
        }

        when: 'lines are short'
        variables.COLUMNS = '60'
        lines = retort('log').out.readLines()

        then:
        lines.every { it.length() <= 60 }
        lines[3].endsWith('…')

        where:
        dialect << DIALECTS
    }

    def "log prints the script as it was run, though its file is gone, on #dialect"() {
        given:
        on(dialect)
        chain()
        def text = Files.readString(project.migrations.resolve('c1_create_tags.groovy'))
        retorts('upgrade head')
        Files.delete(project.migrations.resolve('c1_create_tags.groovy'))

        expect:
        retort('log c1 --script').out == text
        retort('log c1 --script --json').json.script == text
        retort('current').out == 'c1 (head)\n'
        retort('history -i').out.contains('c1 (head) (current), Create tags')

        when:
        def outcome = retort('downgrade')

        then:
        outcome.exit == 0
        outcome.err.contains('The script of c1 is gone; its text in the history is used: retort_history/c1.groovy')
        tables() == ['users']
        !retort('downgrade').err.contains('history is used')

        where:
        dialect << DIALECTS
    }

    def "log of a database without a history says so and makes nothing, on #dialect"() {
        given:
        on(dialect)

        when:
        def outcome = retort('log')

        then:
        outcome.exit == 0
        outcome.out == ''
        outcome.err == 'There is no table retort_history yet: nothing was done here.\n'
        retort('log --json').json == [exists: false, entries: []]
        everything() == []

        where:
        dialect << DIALECTS
    }

    def "wrong questions to the log get a sentence: #line"() {
        given:
        on('sqlite')
        chain()
        retorts('upgrade head', 'stamp base', 'stamp a1')

        when:
        def outcome = retort(line)

        then:
        outcome.exit == exit
        outcome.out == ''
        outcome.err.readLines()[0].startsWith("error: $sentence")

        where:
        line                     || exit | sentence
        'log --script'           || 2    | '--script needs a revision.'
        'log -n 0'               || 2    | '"-n 0" lists nothing.'
        'log -n many'            || 2    | ''
        'log nope'               || 3    | 'There is no revision "nope"'
        'log --fail'             || 2    | '"log" has no option "--fail". Did you mean "--failed"?'
        'log a1 --script --failed' || 1  | 'retort_history keeps no script of "a1".'
    }

    def "validate shows what was edited, repair accepts it, on #dialect"() {
        given:
        on(dialect)
        chain()
        retorts('upgrade head')
        project.script('c1_create_tags.groovy', Files.readString(project.migrations.resolve('c1_create_tags.groovy')).replace('tags', 'labels'))

        when:
        def outcome = retort('validate')

        then:
        outcome.exit == 6
        outcome.out.startsWith('''\
            migrations/c1_create_tags.groovy: Revision c1 was applied, and its script does something else now. Undo the change, or accept it: retort repair c1
            --- retort_history/c1.groovy
            +++ migrations/c1_create_tags.groovy
            @@ -1,4 +1,4 @@
            '''.stripIndent())
        with(retort('validate --json')) {
            exit == 6
            json.valid == false
            json.findings*.kind == ['edited']
        }
        retort('upgrade head').exit == 3
        retort('status --check').exit == 6

        when:
        def repair = retort('repair c1')

        then:
        repair.exit == 0
        repair.err == 'Accepted for c1: migrations/c1_create_tags.groovy is what was applied.\n'
        retort('validate').exit == 0
        retort('validate').err == 'The scripts are what was applied.\n'
        retort('validate --json').json == [findings: [], valid: true]
        retort('upgrade head').exit == 0
        retort('log c1 -n 1').out.contains('repair')

        when:
        repair = retort('repair c1')

        then:
        repair.exit == 3
        repair.err == 'error: There is nothing to repair about revision c1. See what there is: retort validate\n'
        retort('repair').err.startsWith('Nothing to repair')

        where:
        dialect << DIALECTS
    }
}
