package dev.retort.internal.cli

import java.nio.file.Files

/** The commands that write files: init, revision, merge. */
@spock.lang.Tag('database')
class WritingSpec extends CommandSpec {

    def "from an empty folder to a migrated database and back on #dialect"() {
        given:
        project.migrations.toFile().deleteDir()
        on(dialect)

        when:
        retorts('init')
        def first = retort(['revision', '-m', 'Create users', '--rev-id', 'a1'])
        def second = retort(['revision', '-m', 'Naïve: add "names" & more!', '--rev-id', 'b1'])

        then:
        [first.exit, first.out, first.err] == [0, 'migrations/a1_create_users.groovy\n', '']
        second.out == 'migrations/b1_naïve_add_names_more.groovy\n'
        retort('history').out == 'a1 -> b1 (head), Naïve: add "names" & more!\n<base> -> a1, Create users\n'
        project.home.resolve(second.out.trim()).toFile().text ==~ /(?s)revision     'b1'
downRevision 'a1'
message      'Naïve: add "names" & more!'
created      '\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ'

upgrade \{
\}

downgrade \{
\}
/
        retorts('upgrade head', 'downgrade base')

        where:
        dialect << DIALECTS
    }

    def "a new revision has a random id, and no message is fine"() {
        expect:
        retort('revision').out ==~ /migrations\/[0-9a-f]{12}\.groovy\n/
        retort('revision --json').json.files[0] ==~ /migrations\/[0-9a-f]{12}\.groovy/
        retort('history').out ==~ /[0-9a-f]{12} -> [0-9a-f]{12} \(head\)\n<base> -> [0-9a-f]{12}\n/
    }

    def "a message is one line that says something: #message.inspect()"() {
        when:
        def outcome = retort(['revision', '--rev-id', 'a1', '-m', message])

        then:
        [outcome.exit, outcome.out] == [0, file + '\n']
        retort('history').out == line + '\n'

        where:
        message                   || file                            | line
        ''                        || 'migrations/a1.groovy'          | '<base> -> a1 (head)'
        '   '                     || 'migrations/a1.groovy'          | '<base> -> a1 (head)'
        '\n'                      || 'migrations/a1.groovy'          | '<base> -> a1 (head)'
        'two\nlines'              || 'migrations/a1_two_lines.groovy' | '<base> -> a1 (head), two lines'
        ' Add a \r\n\r\n  b, c\n' || 'migrations/a1_add_a_b_c.groovy' | '<base> -> a1 (head), Add a b, c'
    }

    def "where there is one line for all, a message of several has its first there, on #dialect"() {
        given:
        on(dialect)
        project.script('a1.groovy', "revision 'a1'\nmessage \'\'\'The title\nand more\'\'\'\nchange { createTable('t') { column 'id', integer } }\n")

        expect:
        retort('history').out == '<base> -> a1 (head), The title\n'
        retort('history --graph').out.readLines().size() == 1
        retort('status').out.readLines().last() == '  a1  The title'
        retort('plan upgrade head').out.readLines().first() == 'Upgrade <base> -> a1, The title'
        retort('upgrade head --rehearse').out.contains(' -> a1, The title (')
        retort('upgrade head').err.contains(' -> a1, The title\n')
        retort('log').out.readLines().last().endsWith('  The title')
        retort('show a1').out.contains('    The title\n    and more\n')

        where:
        dialect << DIALECTS
    }

    def "what a revision follows: #options"() {
        given:
        chain()

        when:
        def outcome = retort("revision --rev-id new -m x $options")

        then:
        [outcome.exit, outcome.out, outcome.err] == [0, 'migrations/new_x.groovy\n', '']
        retort('show new').out.contains("\n$parent\n")

        where:
        options                           || parent
        ''                                || 'Parent: c1'
        '--head head'                     || 'Parent: c1'
        '--head c1'                       || 'Parent: c1'
        '--head b1 --splice'              || 'Parent: b1'
        '--head base'                     || 'Parent: <base>'
        '--depends-on a1 --depends-on b1' || 'Also depends on: a1, b1'
        '--branch-label billing'          || 'Branch names: billing'
        '--branch-label x --branch-label y' || 'Branch names: x, y'
    }

    def "two heads: the error names them, merge joins them, on #dialect"() {
        given:
        project.table('root').table('left', ['root']).table('right', ['root'])
        on(dialect)

        expect:
        with(retort('revision -m x')) {
            exit == 3
            out == ''
            err == 'error: There are several heads: left (migrations/left.groovy), right (migrations/right.groovy). ' +
                    'Say which one to follow with --head, or join them with: retort merge left right -m "…"\n'
        }

        when:
        def merged = retort("merge $what -m both --rev-id m1 --branch-label joined")

        then:
        [merged.exit, merged.out, merged.err] == [0, 'migrations/m1_both.groovy\n', '']
        retort('show m1').out.startsWith('Rev: m1 (head) (mergepoint)\nMerges: left, right\nBranch names: joined\n')
        retorts('upgrade head')
        versionRows() == ['m1']
        retorts('downgrade base')

        where:
        [dialect, what] << [DIALECTS, ['heads', 'left right', 'left righ']].combinations()
    }

    def "told so, merge joins a revision with its own ancestor, and every command can live with it, on #dialect"() {
        given:
        project.table('root').table('left', ['root']).table('top', ['left'])
        on(dialect)

        when:
        retorts('merge top left --splice -m both --rev-id m1', 'upgrade head')

        then:
        retort('history').out.startsWith('top, left -> m1 (head) (mergepoint), both\nleft -> top, Do top\nroot -> left (branchpoint), Do left\n')
        versionRows() == ['m1']
        retort('status --check').exit == 0

        when: 'back to the parent that stands on the other one, and to the other one'
        retorts('downgrade top')
        def afterFirst = versionRows()
        retorts('downgrade left')

        then:
        afterFirst == ['top']
        versionRows() == ['left']

        and: 'no branch tells the two ways up apart, so both are named'
        retort('upgrade +1').err == 'error: "+1" could lead to "m1" or "top": the branches part.' +
                ' Say which: retort upgrade m1 or retort upgrade top\n'
        retort('downgrade -1').exit == 0
        retorts('upgrade m1')
        retort('downgrade').err == 'error: "-1" could lead to "top" or "left": "m1" joins several branches.' +
                ' Say which: retort downgrade top or retort downgrade left\n'
        retort('stamp top left').err == 'error: A database cannot be at both "top" and its ancestor "left". Leave out left.\n'
        retorts('downgrade base')
        versionRows() == []

        where:
        dialect << DIALECTS
    }

    def "told so, merge writes a revision that follows one alone"() {
        given:
        branches()

        expect:
        retort('merge top --splice --rev-id n1').exit == 0
        retort('show n1').out.contains('\nParent: top\n')
    }

    def "nothing is written where something is wrong: #line"() {
        given:
        branches()
        def before = files()

        expect:
        with(retort(line)) {
            exit == code
            out == ''
            err == "error: $message\n"
        }
        files() == before

        where:
        line                                      | code || message
        'revision --head left --rev-id root --splice' | 2 || 'The revision id "root" is taken by migrations/root.groovy. Choose another --rev-id; nothing was written.'
        'revision --head top --branch-label billing' | 2 || 'The branch label "billing" is taken by left (migrations/left.groovy). Choose another --branch-label; nothing was written.'
        'revision --head top --branch-label right' | 2   || 'The branch label "right" is the id of migrations/right.groovy. Choose another --branch-label; nothing was written.'
        'revision --head top --rev-id billing'    | 2    || 'The revision id "billing" is a branch label of left (migrations/left.groovy). Choose another --rev-id; nothing was written.'
        'revision --head top --rev-id a@b'        | 2    || 'The revision id "a@b" contains "@". A revision id has 1 to 255 letters, digits, "_", "." and "-".'
        'revision --head top --branch-label a:b'  | 2    || 'The branch label "a:b" contains ":". A branch label has 1 to 255 letters, digits, "_", "." and "-".'
        'revision --head left'                    | 3    || 'Revision left is not a head. Add --splice to begin a new branch there.'
        'revision --head nothing'                 | 3    || 'There is no revision "nothing" among the 4 scripts in migrations. They are listed by: retort history'
        'revision --head top --depends-on nothing' | 3   || 'There is no revision "nothing" among the 4 scripts in migrations. They are listed by: retort history'
        'revision --head top --version-path other' | 2   || 'The folder "other" is not one of those where migrations are. They are: migrations.'
        'merge top -m x'                          | 3    || 'There is only top to merge; a merge joins two revisions or more. See what there is with: retort heads, or write a revision that follows it alone with --splice'
        'merge top left -m x'                     | 3    || 'Revision top already follows left; there is nothing to merge. Leave left out, or name both all the same with --splice.'
        'merge base --splice -m x'                | 3    || 'There is nothing to merge; a merge joins two revisions or more. See what there is with: retort heads'
        'merge top root -m x'                     | 3    || 'Revision top already follows root; there is nothing to merge. Leave root out, or name both all the same with --splice.'
        'merge right left -m x'                   | 3    || 'Revision left is not a head. Add --splice to begin a new branch there.'
        'merge top billing@head -m x'             | 3    || 'There is only top to merge; a merge joins two revisions or more. See what there is with: retort heads, or write a revision that follows it alone with --splice'
    }

    def "several folders: a revision goes beside its parent, or where it is told to"() {
        given:
        Files.createDirectory(project.home.resolve('billing'))
        Files.writeString(project.home.resolve('retort.toml'), 'migrations = ["migrations", "billing"]\n')
        project.table('a1')

        expect:
        retort('revision -m x --rev-id b1').out == 'migrations/b1_x.groovy\n'
        retort('revision -m x --rev-id c1 --head base --version-path billing').out == 'billing/c1_x.groovy\n'
        retort('revision -m x --rev-id d1 --head c1').out == 'billing/d1_x.groovy\n'
        with(retort('revision -m x --head base')) {
            exit == 2
            err == 'error: There are several folders of migrations, and none follows from what comes before. ' +
                    'Choose one with --version-path: migrations, billing.\n'
        }
        with(retort('merge heads -m x')) {
            exit == 2
            err.startsWith('error: There are several folders of migrations')
        }
        retort('history').out == '''\
            a1 -> b1 (head), x
            <base> -> a1, Do a1
            c1 -> d1 (head), x
            <base> -> c1, x
            '''.stripIndent()
    }

    def "the name of the file and the text are the configuration's"() {
        given:
        Files.writeString(project.home.resolve('retort.toml'), '''\
            file_template = "%(year)d-%(rev)s_%(slug)s"
            truncate_slug_length = 12
            revision_template = "own.template"
            '''.stripIndent())
        Files.writeString(project.home.resolve('own.template'), '{{header}}\n\n// Ask first.\nchange { }\n')

        when:
        def outcome = retort(['revision', '--rev-id', 'a1', '-m', 'Add priority to projects'])

        then:
        outcome.out ==~ /migrations\/\d{4}-a1_add_priority\.groovy\n/
        project.home.resolve(outcome.out.trim()).toFile().text.endsWith('\n// Ask first.\nchange { }\n')

        when:
        Files.delete(project.home.resolve('own.template'))
        def broken = retort('revision -m x')

        then:
        broken.exit == 2
        broken.err == 'error: The template of new revisions, own.template, cannot be read. Correct revision_template in the configuration.\n'
        project.migrations.toFile().list().length == 1
    }
}
