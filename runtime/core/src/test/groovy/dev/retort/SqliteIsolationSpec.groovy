package dev.retort

import dev.retort.internal.testing.TestDatabase
import java.time.Duration

@spock.lang.Tag('world')
class SqliteIsolationSpec extends IsolationSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }

    /** What no database has a part in. */
    def "#what ends in the same words, at the same line, and leaves nothing"() {
        expect:
        failsAlike(body, Duration.ofSeconds(1))

        where:
        what                            | body
        'an exception'                  | "    throw new IllegalStateException('not today')"
        'another exception'             | "    Integer.parseInt('x')"
        'a loop without an end'         | "    int n = 0\n    while (true) { n++ }"
        'a call of Java without an end' | "    def l = [1]\n    30.times { l = [l, l] }\n    execute 'h' + l.hashCode()"
        'a recursion without an end'    | "    Closure<Integer> f = null\n    f = { Integer n -> f.call(n + 1) }\n    f.call(1)"
    }

    def "what needs all memory takes that of its process"() {
        given:
        project.revision('a', [], "upgrade {\n    List<String> all = []\n    while (true) { all << 'x' * 9000000 }\n}\ndowngrade { }")

        when:
        project.on(database).isolated(true).build().upgrade('head')

        then:
        def e = thrown(RetortException)
        e.message.startsWith('migrations/a.groovy: The script needs more memory than there is.')
        tables() == []
        folders() == before
    }
}
