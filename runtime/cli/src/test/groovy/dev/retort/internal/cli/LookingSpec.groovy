package dev.retort.internal.cli

/** The commands that only look: history, heads, branches, current, show. */
@spock.lang.Tag('database')
class LookingSpec extends CommandSpec {

    def "history, heads and branches need no database"() {
        given:
        chain()
        variables.DATABASE_URL = 'postgresql://app@host.invalid/app'

        expect:
        with(retort('history')) {
            exit == 0
            err == ''
            out == '''\
                b1 -> c1 (head), Create tags
                a1 -> b1, Add names
                <base> -> a1, Create users
                '''.stripIndent()
        }
        retort('heads').out == 'c1 (head)\n'
        retort('branches').out == ''
        retort('show a1').exit == 0
    }

    def "the lines of a graph with branches, labels and dependencies"() {
        given:
        branches()

        expect:
        retort('history').out == '''\
            left (right) -> top (billing) (head), Do top
            root -> left (billing), Do left
            root -> right (effective head), Do right
            <base> -> root (branchpoint), Do root
            '''.stripIndent()
        retort('heads').out == 'right (effective head)\ntop (billing) (head)\n'
        retort('heads --resolve-dependencies').out == 'top (billing) (head)\n'
        retort('branches').out == '''\
            root (branchpoint)
                 -> left (billing)
                 -> right (effective head)

            '''.stripIndent()
    }

    def "a merge point is marked"() {
        given:
        project.table('root').table('left', ['root']).table('right', ['root']).table('both', ['left', 'right'])

        expect:
        retort('history -r root:both').out.readLines().first() == 'left, right -> both (head) (mergepoint), Do both'
        retort('show both').out == '''\
            Rev: both (head) (mergepoint)
            Merges: left, right
            Path: migrations/both.groovy

                Do both

            '''.stripIndent()
        retort('branches -v').out == '''\
            Rev: root (branchpoint)
            Parent: <base>
            Branches into: left, right
            Path: migrations/root.groovy

                Do root

            '''.stripIndent()
    }

    def "the long form says what the header says"() {
        given:
        chain()
        project.revision('d1', ['c1'], "upgrade { execute 'DELETE FROM tags' }\nirreversible 'The tags are gone.'")

        expect:
        retort('show b1').out == '''\
            Rev: b1
            Parent: a1
            Path: migrations/b1_add_names.groovy
            Created: 2026-11-21T10:15:00Z

                Add names

                The import needs them.

                Upgrade: Takes a second.

                Downgrade: Loses the names.

            '''.stripIndent()
        retort('heads -v').out.contains('\n    Irreversible: The tags are gone.\n')
        with(retort('show b1 --json').json.revisions[0]) {
            description == 'The import needs them.'
            upgradeDescription == 'Takes a second.'
            downgradeDescription == 'Loses the names.'
            irreversible == null
            created == '2026-11-21T10:15:00Z'
            current == null
        }
        retort('show head --json').json.revisions[0].irreversible == 'The tags are gone.'
        retort('history -v').out.readLines().findAll { it.startsWith('Rev: ') } == ['Rev: d1 (head)', 'Rev: c1', 'Rev: b1', 'Rev: a1']
    }

    def "ranges of history: #range"() {
        given:
        chain()
        on('sqlite')
        retorts('upgrade b1')

        expect:
        retort("history $range").out.readLines().collect { (it =~ /-> (\w+)/)[0][1] } == ids

        where:
        range           || ids
        '-r a1:b1'      || ['b1', 'a1']
        '-r b1:'        || ['c1', 'b1']
        '-r :b1'        || ['b1', 'a1']
        '-r current:'   || ['c1', 'b1']
        '-r :current'   || ['b1', 'a1']
        '-r -1:current' || ['b1', 'a1']
        '-r a1:+1'      || ['b1', 'a1']
        '-r b1:b1'      || ['b1']
    }

    def "current tells where the database is on #dialect, and creates nothing"() {
        given:
        chain()
        on(dialect)

        expect:
        with(retort('current')) { [exit, out, err] == [0, '', 'The database is at base.\n'] }
        with(retort('current -q')) { [exit, out, err] == [0, '', ''] }
        with(retort('current --check-heads')) {
            exit == 6
            out == ''
            err == 'The database is at base.\nerror: The database is not at every head: c1 missing. Type: retort upgrade heads\n'
        }
        everything() == []

        when:
        retorts('upgrade b1')

        then:
        retort('current').out == 'b1\n'
        retort('history -i').out == '''\
            b1 -> c1 (head), Create tags
            a1 -> b1 (current), Add names
            <base> -> a1, Create users
            '''.stripIndent()
        retort('show current').out.startsWith('Rev: b1 (current)\nParent: a1\n')
        retort('history -i --json').json.revisions*.current == [false, true, false]

        when:
        retorts('upgrade head')
        def longForm = retort('current -v')

        then:
        retort('current').out == 'c1 (head)\n'
        retort('current --check-heads').exit == 0
        longForm.out.startsWith("Current revision(s) for ${shown()}:\nRev: c1 (head) (current)\n")
        retort('current --json').json == [
                revisions: [retort('history -i --json').json.revisions[0]], rows: ['c1'], atHeads: true, database: place()]

        where:
        dialect << DIALECTS
    }

    private String place() {
        database.jdbcUrl.replaceFirst('jdbc:(sqlite:|postgresql://)', '').replaceFirst('[?].*', '')
    }

    private String shown() {
        database.jdbcUrl
    }

    def "a fully upgraded database is at every head, dependencies or not, on #dialect"() {
        given:
        branches()
        on(dialect)
        retorts('upgrade heads')

        expect:
        versionRows() == ['top']
        retort('current').out == 'right (effective head)\ntop (head)\n'
        retort('current --check-heads').exit == 0

        where:
        dialect << DIALECTS
    }

    def "what is asked for in vain is named: #line"() {
        given:
        chain()
        project.table('join1', ['a1']).table('join2', ['join1'])

        expect:
        with(retort(line)) {
            exit == code
            out == ''
            err == "error: $message\n"
        }

        where:
        line               | code || message
        'show xyzzy'       | 3    || 'There is no revision "xyzzy" among the 5 scripts in migrations. They are listed by: retort history'
        'show join'         | 3    || '"join" may be "join1" or "join2". Type more of it.'
        'show head'        | 3    || 'There are several heads for "head": "c1" (migrations/c1_create_tags.groovy), "join2" (migrations/join2.groovy). Name one (c1, join2), take all with heads, or join them: retort merge c1 join2'
        'show mine@head'   | 3    || 'There is no branch "mine" among the 5 scripts in migrations. A branch is named by a label or by a revision on it: retort history'
        'history -r a1'    | 2    || '"a1" is not a range. Ranges are: <start>:<end>, <start>: and :<end>.'
        'edit xyzzy'       | 3    || 'There is no revision "xyzzy" among the 5 scripts in migrations. They are listed by: retort history'
    }

    def "edit opens the file, and says when there is none"() {
        given:
        chain()
        on('sqlite')
        variables.EDITOR = 'echo edited >>'
        variables.PATH = System.getenv('PATH')

        when:
        def outcome = retort('edit b1')

        then:
        outcome.exit == 0
        project.migrations.resolve('b1_add_names.groovy').toFile().text.endsWith('edited\n')

        expect:
        with(retort('edit current')) {
            exit == 2
            err == 'error: "current" names no revision\'s file. Type: retort history\n'
        }
    }
}
