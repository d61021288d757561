package dev.retort.internal.graph

import dev.retort.GraphException
import dev.retort.PlanSpec
import dev.retort.RetortException
import spock.lang.Specification

import static dev.retort.internal.graph.Drawing.graph
import static dev.retort.internal.graph.Drawing.set

class TargetSpec extends Specification {

    static final String EXAMPLE = PlanSpec.EXAMPLE

    static String failure(Closure<?> action) {
        try {
            return 'no failure: ' + action()
        } catch (GraphException e) {
            return e.name() + ': ' + e.message
        }
    }

    def "upgrade #target from {#rows} is refused"() {
        expect:
        failure { graph(EXAMPLE, 'migrations').upgrade(set(rows), target) } == message

        where:
        rows    | target        || message
        ''      | 'head'        || 'MultipleHeads: There are several heads for "head": "d1" (m/d1.groovy), "d2" (m/d2.groovy), "e2" (m/e2.groovy). Name one (left@head, right@head, net@head), take all with heads, or join them: retort merge d1 d2 e2'
        ''      | 'b@head'      || 'MultipleHeads: There are several heads for "b@head": "d1" (m/d1.groovy), "d2" (m/d2.groovy). Name one (left@head, right@head), take all with heads, or join them: retort merge d1 d2'
        ''      | '+1'          || 'AmbiguousStep: "+1" could lead to "a" or "e1": the branches part. Say which: retort upgrade a@+1 or retort upgrade net@+1'
        'b'     | '+1'          || 'AmbiguousStep: "+1" could lead to "c1" or "c2": the branches part. Say which: retort upgrade left@+1 or retort upgrade right@+1'
        'c1 c2' | '+1'          || 'AmbiguousStep: "+1" is ambiguous: the database is at several revisions, "c1", "c2". Say which branch: retort upgrade left@+1 or retort upgrade right@+1'
        'c1'    | '+2'          || 'TooFar: "+2" leads too far: there is only 1 revision above "c1". To see what there is: retort history'
        'c1'    | 'a-2'         || 'TooFar: "a-2" leads too far: there is only 1 step from "a" to the base. To see what there is: retort history'
        'c1'    | '+0'          || 'TooFar: "+0" does not lead up. To go back: retort downgrade -N'
        'c1'    | '-1'          || 'TooFar: "-1" does not lead up. To go back: retort downgrade -N'
        ''      | 'dd'          || 'UnknownRevision: There is no revision "dd" among the 8 scripts in migrations. Did you mean "d1"?'
        ''      | 'd'           || 'UnknownRevision: There is no revision "d" among the 8 scripts in migrations. Ids of fewer than four characters, as "d1", must be given in full.'
        ''      | 'nothing'     || 'UnknownRevision: There is no revision "nothing" among the 8 scripts in migrations. They are listed by: retort history'
        ''      | 'lefd@head'   || 'UnknownBranch: There is no branch "lefd" among the 8 scripts in migrations. Did you mean "left"?'
        ''      | 'left@d2'     || 'NotOnBranch: The revision "d2" is not on the branch "left". Without the branch it is just: d2'
        'gone'  | 'heads'       || 'UnknownRow: The version table names the revision "gone", which is not among the 8 scripts in migrations. Use the release that has its script, or restore it: retort log gone --script prints what the history keeps. Only if it is gone for good: retort stamp --purge <revision>'
        'b c1'  | 'heads'       || 'Overlap: The version table has rows for both "c1" and its ancestor "b". To leave only the later one: retort stamp c1'
        'd1 e2' | 'heads'       || 'Overlap: The version table has rows for both "e2" and its ancestor "d1". To leave only the later one: retort stamp e2'
    }

    def "#target is not a target"() {
        when:
        graph(EXAMPLE).upgrade(set(''), target)

        then:
        def e = thrown(GraphException.MalformedTarget)
        e.kind() == RetortException.Kind.USAGE
        e.message.startsWith("\"$target\" is not a target.")

        where:
        target << ['', '@', 'left@', '@head', 'a+1xyz', 'a+1.5', '+1.5', 'a b', 'a:b', 'a@b@c', '+', '-', 'a++1', '+9999999999', 'a\n', ' a']
    }

    def "downgrade #target from {#rows} is refused"() {
        expect:
        failure { graph(EXAMPLE).downgrade(set(rows), target) } == message

        where:
        rows    | target       || message
        'd2 e2' | '-1'         || 'AmbiguousStep: "-1" is ambiguous: the database is at several revisions, "d2", "e2". Say which branch: retort downgrade right@-1 or retort downgrade net@-1'
        'd2 e2' | 'd1'         || 'NotAnAncestor: A downgrade to "d1" would revert nothing: it is applied, and only e2 depends on it. To revert that: retort downgrade e2@-1'
        'd2 e2' | 'left@d2'    || 'NotOnBranch: The revision "d2" is not on the branch "left". Without the branch it is just: d2'
        'd1 d2' | 'b@-1'       || 'AmbiguousStep: "b@-1" is ambiguous: the database is at several revisions, "d1", "d2". Say which branch: retort downgrade left@-1 or retort downgrade right@-1'
        'd2'    | 'd1'         || 'NotAnAncestor: The revision "d1" is not applied, so that a downgrade cannot lead to it. To see what is applied: retort current'
        'd2'    | 'left@head'  || 'NotAnAncestor: The revision "d1" is not applied, so that a downgrade cannot lead to it. To see what is applied: retort current'
        'd2'    | '+1'         || 'TooFar: "+1" does not lead down. To go forward: retort upgrade +N'
        'd2'    | '-5'         || 'TooFar: "-5" leads too far: there are only 4 steps from "d2" to the base. To see what there is: retort history'
        ''      | '-1'         || 'TooFar: "-1" leads too far: nothing is applied. To see what is applied: retort status'
        'd2'    | 'net@-1'     || 'TooFar: "net@-1" leads too far: nothing is applied on the branch "net". To see what is applied: retort status'
        'd2 e2' | 'heads'      || 'MultipleHeads: There are several heads for "heads": "d2" (m/d2.groovy), "e2" (m/e2.groovy). Name one (right@head, net@head), or join them: retort merge d2 e2'
        'd2 e2' | 'none@base'  || 'UnknownBranch: There is no branch "none" among the 8 scripts. A branch is named by a label or by a revision on it: retort history'
        'd2 e2' | 'b@b'        || 'NotAnAncestor: "b@b" does not say which branch to revert: "b" is not above "b". To revert all that is above it: retort downgrade b'
        'gone'  | 'base'       || 'UnknownRow: The version table names the revision "gone", which is not among the 8 scripts. Use the release that has its script, or restore it: retort log gone --script prints what the history keeps. Only if it is gone for good: retort stamp --purge <revision>'
    }

    def "one step down from a merge names the ways"() {
        expect:
        failure { graph('a -> b -> m, a -> c -> m').downgrade(set('m'), '-1') } ==
                'AmbiguousStep: "-1" could lead to "b" or "c": "m" joins several branches. Say which: retort downgrade b or retort downgrade c'
    }

    def "stamp #targets is refused"() {
        expect:
        failure { graph(EXAMPLE).stamp(set('a'), targets) } == message

        where:
        targets     || message
        ['b', 'c1'] || 'Overlap: A database cannot be at both "c1" and its ancestor "b". Leave out b.'
        ['+1']      || 'UnknownRevision: "+1" names no revision: a stamp takes no relative target. Name the revision the database is at.'
        ['d1-1']    || 'UnknownRevision: "d1-1" names no revision: a stamp takes no relative target. Name the revision the database is at.'
        ['left@d2'] || 'NotOnBranch: The revision "d2" is not on the branch "left". Without the branch it is just: d2'
        ['head']    || 'MultipleHeads: There are several heads for "head": "d1" (m/d1.groovy), "d2" (m/d2.groovy), "e2" (m/e2.groovy). Name one (left@head, right@head, net@head), take all with heads, or join them: retort merge d1 d2 e2'
    }

    def "an abbreviation must be unique and of an id of four characters or more"() {
        given:
        def graph = graph('abcdef -> abcxyz(abel), abcdef -> k, abcxyz -> fff(abcd)')

        expect:
        graph.resolve(target, [] as Set)*.id() == [id]

        where:
        target        || id
        'abcde'       || 'abcdef'
        'abcx'        || 'abcxyz'
        'abe'         || 'abcxyz'
        'abcd'        || 'fff'
        'k'           || 'k'
        'abcxyz@abcx' || 'abcxyz'
    }

    def "an ambiguous abbreviation names the candidates"() {
        when:
        graph('abcdef, abcxyz, abzz(abcs)').resolve(target, [] as Set)

        then:
        def e = thrown(GraphException.AmbiguousPrefix)
        e.candidates() == candidates
        e.message.startsWith("\"${target.replaceAll('.*@|[-+]..*', '')}\" may be ${candidates.collect { "\"$it\"" }.join(' or ')}.")

        where:
        target   || candidates
        'ab'     || ['abcdef', 'abcs', 'abcxyz', 'abzz']
        'abc'    || ['abcdef', 'abcs', 'abcxyz']
    }

    def "#target names #ids"() {
        expect:
        graph(EXAMPLE).resolve(target, set('d1 e1'))*.id() == ids

        where:
        target       || ids
        'heads'      || ['d2', 'e2']
        'b@heads'    || ['d1', 'd2']
        'left@head'  || ['d1']
        'left'       || ['c1']
        'base'       || []
        'left@base'  || []
        'current'    || ['d1', 'e1']
        '-1'         || ['c2', 'e1']
        'left@-1'    || ['c1']
        '-2'         || ['b']
    }

    def "what is relative to nothing names no revision: #target"() {
        when:
        graph(EXAMPLE).resolve(target, [] as Set)

        then:
        thrown(GraphException.UnknownRevision)

        where:
        target << ['+1', 'd1-1', 'a+1', 'left@+1']
    }

    def "history #range at {#rows}"() {
        expect:
        graph(EXAMPLE).history(range, set(rows))*.id().join(' ') == ids

        where:
        range         | rows    || ids
        null          | ''      || 'd2 c2 e2 e1 d1 c1 b a'
        ':'           | ''      || 'd2 c2 e2 e1 d1 c1 b a'
        'b:'          | ''      || 'd1 c1 d2 c2 b'
        'b:d2'        | ''      || 'd2 c2 b'
        ':c1'         | ''      || 'c1 b a'
        'base:c1'     | ''      || 'c1 b a'
        'c1:c1'       | ''      || 'c1'
        'a:+1'        | ''      || 'b a'
        'c1:+9'       | ''      || 'd1 c1'
        ':current'    | 'c1'    || 'c1 b a'
        'current:'    | 'c2'    || 'd2 c2'
        'current:d1'  | 'b'     || 'd1 c1 b'
        '-1:current'  | 'c1'    || 'c1 b'
        '-9:current'  | 'c1'    || 'c1 b a'
        '-1:d2'       | ''      || 'd2 c2'
        'b:left@+1'   | ''      || 'c1 b'
        'left@base:'  | ''      || 'd1 c1 b a'
        ':left@head'  | ''      || 'd1 c1 b a'
        ':current'    | ''      || ''
    }

    def "history #range is refused"() {
        expect:
        failure { graph(EXAMPLE).history(range, set('c1')) }.startsWith(message)

        where:
        range     || message
        'a'       || 'MalformedTarget: "a" is not a range. Ranges are: <start>:<end>, <start>: and :<end>.'
        'a:b:c'   || 'MalformedTarget: "a:b:c" is not a range.'
        'd1:d2'   || 'NotAnAncestor: The revision "d1" is not below "d2" on the same branch'
        'd1:e2'   || 'NotAnAncestor: The revision "d1" is not below "e2" on the same branch'
        'd1:b'    || 'NotAnAncestor:'
        '+1:d2'   || 'MalformedTarget: "+1" cannot begin a range'
        'a:+2'    || 'AmbiguousStep: "+2" could lead to "c1" or "c2": the branches part. Say which: retort history -r a:left@+2 or retort history -r a:right@+2'
        'nope:d2' || 'UnknownRevision:'
    }
}
