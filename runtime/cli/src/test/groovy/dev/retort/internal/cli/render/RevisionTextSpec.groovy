package dev.retort.internal.cli.render

import static dev.retort.internal.cli.Views.view

import spock.lang.Specification

class RevisionTextSpec extends Specification {

    def text = new RevisionText(Palette.PLAIN)

    def "history: #line"() {
        expect:
        text.historyLine(view) == line

        where:
        view || line
        view('a1') || '<base> -> a1, doc'
        view('b1', down: ['a1'], head: true) || 'a1 -> b1 (head), doc'
        view('m1', down: ['a', 'b'], labels: ['label'], head: true) || 'a, b -> m1 (label) (head) (mergepoint), doc'
        view('e2', down: ['e1'], needs: ['d1'], labels: ['net'], head: true) || 'e1 (d1) -> e2 (net) (head), doc'
        view('d1', down: ['c1'], head: true, effective: true) || 'c1 -> d1 (effective head), doc'
        view('c', down: ['a', 'b'], labels: ['y', 'x'], children: ['d', 'e'], current: true, message: 'Umläute') || 'a, b -> c (x, y) (current) (branchpoint) (mergepoint), Umläute'
        view('n', down: ['m'], message: '') || 'm -> n'
        view('h', down: ['g'], head: true, current: true) || 'g -> h (head) (current), doc'
    }

    def "heads: #line"() {
        expect:
        text.headLine(view) == line

        where:
        view || line
        view('b1', down: ['a1'], head: true, labels: ['x']) || 'b1 (x) (head)'
        view('d1', head: true, effective: true) || 'd1 (effective head)'
        view('m1', down: ['a', 'b'], head: true) || 'm1 (head)'
    }

    def "current: #line"() {
        expect:
        text.currentLine(view) == line

        where:
        view || line
        view('b1', head: true, current: true, labels: ['x']) || 'b1 (head)'
        view('b1', current: true, children: ['c', 'd']) || 'b1 (branchpoint)'
    }

    def "a branch point stands above its children"() {
        given:
        def children = [cccc1: view('cccc1', labels: ['left'], head: true), cccc2: view('cccc2', labels: ['right'])]

        expect:
        text.branch(view('bbbb1', down: ['aaaa1'], children: ['cccc2', 'cccc1', 'zzzz1']), children::get) == '''\
            bbbb1 (branchpoint)
                  -> cccc1 (left) (head)
                  -> cccc2 (right)
                  -> zzzz1
            '''.stripIndent()
    }

    def "the long form says everything"() {
        expect:
        text.entry(view('c', down: ['a', 'b'], needs: ['d'], squashed: ['o1', 'o2'], labels: ['y', 'x'], children: ['e', 'f'],
                current: true, created: '2026-11-21T10:15:00Z', message: 'Merge\nthem',
                description: 'At length.\n\nAnd more.\n', upgrade: 'Why.\nHow.\n', downgrade: 'Loses data.',
                irreversible: 'The old table is gone.')) == '''\
            Rev: c (branchpoint) (mergepoint) (current)
            Merges: a, b
            Also depends on: d
            Stands for: o1, o2
            Branches into: e, f
            Branch names: x, y
            Path: migrations/c.groovy
            Created: 2026-11-21T10:15:00Z

                Merge
                them

                At length.

                And more.

                Upgrade: Why.
                How.

                Downgrade: Loses data.

                Irreversible: The old table is gone.
            '''.stripIndent()
    }

    def "the long form of a plain revision is short"() {
        expect:
        text.entry(view('a', head: true, children: [], message: message)) == """\
            Rev: a (head)
            Parent: <base>
            Path: migrations/a.groovy
            """.stripIndent() + rest

        where:
        message || rest
        'doc'   || '\n    doc\n'
        ''      || ''
    }

    def "colours are there when they are wanted, and change no character"() {
        given:
        def coloured = new RevisionText(new Palette(true)).historyLine(
                view('c', down: ['b'], labels: ['x'], head: true, current: true))

        expect:
        coloured.contains('\u001B[')
        coloured.replaceAll(/\u001B\[[\d;]*m/, '') == 'b -> c (x) (head) (current), doc'
    }
}
