package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.internal.testing.UpgradeProgram
import java.time.Duration
import spock.lang.Timeout

/** Whatever a script throws, and however deep it is: its revision is undone, soon, and no lock is left; a subclass names the database. */
@Timeout(120)
abstract class HostileScriptSpec extends DatabaseSpec {

    private static final String WAYS = "downgrade { dropTable 't' }"

    private static final String OWN = '''
        class Own extends RuntimeException {
            String getMessage() { MESSAGE }
            Throwable getCause() { CAUSE }
            String toString() { while (true) { } }
        }'''

    def "a revision is undone, and another run goes on at once, after #what"() {
        given:
        project.revision('a', [], "upgrade {\ncreateTable('t') { column 'id', integer }\nquery('SELECT 1')\n$body\n}\n$WAYS\n"
                + OWN.replace('MESSAGE', message).replace('CAUSE', cause))

        when:
        project.on(database).scriptTimeout(Duration.ofSeconds(1)).build().upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.kind() == Kind.FAILED
        failure.message.contains('Revision a (upgrade) failed: ')
        failure.message.contains('Nothing of this revision was kept')
        tables() == []
        versionRows() == []

        when:
        project.revision('a', [], "upgrade { createTable('t') { column 'id', integer } }\n$WAYS")
        project.on(database).lockTimeout(Duration.ofSeconds(5)).build().upgrade('head')

        then:
        tables() == ['t']

        where:
        what                                  | body                                                        | message                    | cause
        'a message that does not end'         | 'throw new Own()'                                           | 'while (true) { }'         | 'null'
        'a cause that does not end'           | 'throw new Own()'                                           | "'m'"                      | 'while (true) { }'
        'causes without number'               | 'throw new Own()'                                           | "'m'"                      | 'new Own()'
        'a cause that recurses'               | 'throw new Own()'                                           | "'m'"                      | 'getCause()'
        'a message that throws'               | 'throw new Own()'                                           | 'throw new Own()'          | 'null'
        'a hostile cause of a plain one'      | "throw new IllegalStateException('x', new Own())"           | 'while (true) { }'         | 'while (true) { }'
        'a hostile cause of what SQL threw'   | "try { execute 'SELEKT' } catch (dev.retort.RetortException e) { throw new RuntimeException('x', new Own()) }" | 'while (true) { }' | 'while (true) { }'
        'an error'                            | "throw new AssertionError((Object) new Own().message)"      | "'m'"                      | 'null'
        'an exception named like a bug'       | "throw new IllegalStateException('x')"                      | "'m'"                      | 'null'
    }

    def "what takes too long is found when it is checked, and the database is not touched"() {
        given:
        project.revision('a', [], "upgrade {\ncreateTable('t') { column 'id', integer }\nwhile (true) { }\n}\n$WAYS")
        def started = System.nanoTime()

        when:
        project.on(database).scriptTimeout(Duration.ofSeconds(1)).build().upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.kind() == Kind.SCRIPT
        failure.message.startsWith('migrations/a.groovy:')
        failure.message.contains('The script has run for longer than 1 s.')
        !failure.message.contains('Revision a (upgrade) failed')
        Duration.ofNanos(System.nanoTime() - started) < Duration.ofSeconds(60)
        database.tables().isEmpty()
    }

    def "a script that is as deep as it may be, or deeper, cannot end the JVM by what it asks for: #name"() {
        given:
        project.revision('a', [], "upgrade {\ncreateTable('t') { column 'id', integer }\nquery('SELECT 1')\ndeep(it, 0)\n}\n$WAYS\n$deep")

        when:
        def said = UpgradeProgram.run(['-Xmx128m'], database, project.home)

        then:
        said.readLines().last().endsWith('1')
        said.contains('Revision a (upgrade) failed: ')
        !said.contains('SIGSEGV')
        tables() == []

        where:
        name << ['calls', 'lists', 'a stack that is full']
        deep << ["""void deep(Operations o, int n) {
                        o.execute 'INSERT INTO t VALUES (:n)', n: n
                        o.query('SELECT id FROM t ORDER BY id DESC LIMIT 1').each { deep(o, n + 1) }
                    }""".replace("o.execute 'INSERT INTO t VALUES (:n)', n: n", "o.execute([n: n], 'INSERT INTO t VALUES (:n)')"),
                 """void deep(Operations o, int n) {
                        o.execute 'SELECT 1'
                        [1].stream().map { [it].collect { deep(o, n + 1) } }.toList()
                    }""",
                 """void deep(Operations o, int n) {
                        List<Object> nested = []
                        500_000.times { nested = [nested] as List<Object> }
                        nested.add(new Asking(o))
                        List<Object> all = []
                        all.add(nested)
                        all.toString()
                        nested.hashCode()
                        deep(o, n + 1)
                    }
                    class Asking {
                        Operations o
                        Asking(Operations o) { this.o = o }
                        String toString() { o.execute 'SELECT 1'
                            'x' }
                        int hashCode() { o.query('SELECT 1').size() }
                    }"""]
    }
}
