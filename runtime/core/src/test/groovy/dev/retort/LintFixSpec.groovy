package dev.retort

import dev.retort.internal.task.FixedScripts
import dev.retort.internal.testing.Project
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What lint writes instead of what it finds, and where it leaves that to the author. */
class LintFixSpec extends Specification {

    static final String SHOP = '''\
revision 'a1'
message 'Create orders'

change {
    createTable('customers') {
        column 'id', bigint, primaryKey: true
    }
    createTable('orders') {
        column 'id', bigint, primaryKey: true
        column 'customer_id', bigint
        column 'state', varchar(20)
        column 'total', numeric(10, 2)
    }
    createTable('notes') {
        column 'order_id', bigint
        column 'text', text
    }
    createIndex 'ix_orders_state', 'orders', ['state']
}
'''

    @AutoCleanup
    Project project = new Project()

    private LintRequest all = LintRequest.USUAL.within(LintRequest.Scope.ALL)

    private Retort retort() {
        Retort.configure().url('jdbc:postgresql://localhost:1/nowhere').home(project.home).build()
    }

    private static String script(String upgrade, String rest = "irreversible 'an example'", String header = '') {
        "revision 'b2'\ndownRevision 'a1'\nmessage 'Do what the example does'\n$header\nupgrade {\n    $upgrade\n}\n\n$rest\n"
    }

    private LintFixes fixes(String text) {
        project.script('a1.groovy', SHOP)
        project.script('b2.groovy', text)
        retort().lintFixes(all.of(['b2']))
    }

    private List<String> rules(List<String> revisions) {
        retort().lint(all.of(revisions)).findings()*.rule()
    }

    private static List<String> changedLines(LintFixes fixes) {
        def change = fixes.changes()[0]
        change.after().readLines() - change.before().readLines()
    }

    def "#rule: #bad"() {
        when:
        def fixes = fixes(script(bad))

        then:
        fixes.left() == []
        fixes.fixed()*.rule() == [rule]
        fixes.changes().size() == 1
        fixes.changes()[0].after() == script(better)
        Files.readString(project.migrations.resolve('b2.groovy')) == script(bad)

        when:
        retort().write(fixes)

        then:
        Files.readString(project.migrations.resolve('b2.groovy')) == script(better)
        !(rule in rules(['b2']))

        where:
        rule                        | bad                                                             || better
        'index-not-concurrent'      | "createIndex 'ix', 'orders', ['total']"                         || "createIndex 'ix', 'orders', ['total'], concurrently: true"
        'index-not-concurrent'      | "createIndex('ix', 'orders', ['total'])"                        || "createIndex('ix', 'orders', ['total'], concurrently: true)"
        'index-not-concurrent'      | "createIndex('ix', 'orders',\n        ['total']\n    )"           || "createIndex('ix', 'orders',\n        ['total'], concurrently: true\n    )"
        'index-not-concurrent'      | "createIndex 'ix', 'orders', ['total'],\n        where: 'total > 0'" || "createIndex 'ix', 'orders', ['total'],\n        where: 'total > 0', concurrently: true"
        'drop-index-not-concurrent' | "dropIndex 'ix_orders_state', 'orders'"                         || "dropIndex 'ix_orders_state', 'orders', concurrently: true"
        'update-without-where'      | "execute \"UPDATE orders SET state = 'open'\""                   || "backfill 'orders', set: 'state = \\'open\\''"
        'update-without-where'      | "table('orders').update(state: 'open')"                         || "backfill 'orders', set: [state: 'open']"
    }

    def "#rule takes a revision after it: #bad"() {
        when:
        def fixes = fixes(script(bad))
        retort().write(fixes)
        def added = fixes.changes()[1]

        then:
        fixes.fixed()*.rule() == [rule]
        fixes.changes()*.isNew() == [false, true]
        fixes.changes()[0].after() == script(better)
        added.after().contains("downRevision 'b2'")
        later.every { added.after().contains(it) }
        retort().heads(false)*.id() == [(added.after() =~ /revision\s+'(\w+)'/)[0][1]]
        rules(['b2', 'head']).findAll { it != 'downgrade-missing' } - rules(['b2']) == []
        !(rule in rules(['b2', 'head']))

        where:
        rule                 | bad                                                                    || better                                                                                                            | later
        'foreign-key-scans'  | "createForeignKey 'fk_o', 'orders', 'customers', ['customer_id'], ['id']" || "createForeignKey 'fk_o', 'orders', 'customers', ['customer_id'], ['id'], notValid: true"                          | ["change {\n    validateConstraint 'orders', 'fk_o'\n}"]
        'check-scans'        | "createCheckConstraint 'ck_t', 'orders', 'total > 0'"                  || "createCheckConstraint 'ck_t', 'orders', 'total > 0', notValid: true"                                              | ["change {\n    validateConstraint 'orders', 'ck_t'\n}"]
        'set-not-null-scans' | "alterColumn 'orders', 'state', nullable: false"                       || "createCheckConstraint 'ck_orders_state_not_null', 'orders', 'state IS NOT NULL', notValid: true"                  | ["validateConstraint 'orders', 'ck_orders_state_not_null'\n    alterColumn 'orders', 'state', nullable: false\n    dropConstraint 'ck_orders_state_not_null', 'orders', type: 'check'", "downgrade {\n    alterColumn 'orders', 'state', nullable: true\n    createCheckConstraint"]
    }

    def "the lock timeout of the header is one again"() {
        given:
        def bad = script("addColumn 'orders', 'note', text", "downgrade { dropColumn 'orders', 'note' }", "ddlLockTimeout  '0s' // as ever")

        when:
        def fixes = fixes(bad)

        then:
        fixes.fixed()*.rule() == ['no-lock-timeout']
        fixes.changes()[0].after() == bad.replace("'0s'", "'2s'")
    }

    def "NOT NULL is taken back by what the first half has done"() {
        when:
        def fixes = fixes(script("alterColumn 'orders', 'state', nullable: false", "downgrade {\n    alterColumn 'orders', 'state', nullable: true\n}"))

        then:
        changedLines(fixes)*.strip() == ["createCheckConstraint 'ck_orders_state_not_null', 'orders', 'state IS NOT NULL', notValid: true",
                                         "dropConstraint 'ck_orders_state_not_null', 'orders', type: 'check'"]
    }

    def "several findings of a script are fixed at once, with one revision after it"() {
        when:
        def fixes = fixes(script("createIndex 'ix', 'orders', ['total']\n    createCheckConstraint 'ck_t', 'orders', 'total > 0'\n    createCheckConstraint 'ck_s', 'orders', 'state > \\'\\''"))

        then:
        fixes.fixed()*.rule() == ['index-not-concurrent', 'check-scans', 'check-scans']
        fixes.changes().size() == 2
        fixes.changes()[1].after().contains("validateConstraint 'orders', 'ck_t'\n    validateConstraint 'orders', 'ck_s'")
    }

    def "the line ends and the byte order mark of a file stay as they are"() {
        given:
        project.script('a1.groovy', SHOP)
        def text = '\uFEFF' + script("createIndex 'ix', 'orders', ['total']\n    // a remark\n    alterColumn 'orders', 'state', nullable: false").replace('\n', '\r\n')
        project.script('b2.groovy', text)

        when:
        retort().write(retort().lintFixes(all.of(['b2'])))

        then:
        Files.readString(project.migrations.resolve('b2.groovy')) == text.replace("['total']", "['total'], concurrently: true")
                .replace("alterColumn 'orders', 'state', nullable: false", "createCheckConstraint 'ck_orders_state_not_null', 'orders', 'state IS NOT NULL', notValid: true")
    }

    def "it is left to the author: #what"() {
        when:
        def fixes = fixes(script(upgrade, rest))

        then:
        fixes.changes() == []
        fixes.diff() == ''
        fixes.left()*.finding()*.rule() == [rule]
        fixes.left()[0].reason().contains(reason)

        where:
        what                         | rule                   | upgrade                                                                                     | rest                                                                        || reason
        'a comment in the statement' | 'index-not-concurrent' | "createIndex 'ix', 'orders', /* the sum */ ['total']"                                       | "irreversible 'no'"                                                         || 'without a comment'
        'a comment after it'         | 'index-not-concurrent' | "createIndex 'ix', 'orders', ['total'] // the sum"                                          | "irreversible 'no'"                                                         || 'without a comment'
        'a statement in a loop'      | 'index-not-concurrent' | "['total'].each { createIndex 'ix', 'orders', [it] }"                                       | "irreversible 'no'"                                                         || 'begins its line'
        'it says so already'         | 'index-not-concurrent' | "createIndex 'ix', 'orders', ['total'], concurrently: false"                                | "irreversible 'no'"                                                         || 'already'
        'two updates in a line'      | 'update-without-where' | "execute \"UPDATE orders SET state = 'a'; UPDATE orders SET total = 1 WHERE id = 2\""        | "irreversible 'no'"                                                         || 'more than one thing'
        'two updates in a text'      | 'update-without-where' | "execute \'\'\'\n        UPDATE orders SET state = 'a';\n        UPDATE orders SET total = 1 WHERE id = 2\'\'\'" | "irreversible 'no'"                                             || 'more than one thing'
        'an update from elsewhere'   | 'update-without-where' | "execute 'UPDATE orders SET total = c.id FROM customers c'"                                 | "irreversible 'no'"                                                         || 'plain UPDATE'
        'a bound value'              | 'update-without-where' | "execute 'UPDATE orders SET state = :s', s: 'open'"                                         | "irreversible 'no'"                                                         || 'without parameters'
        'a table without a key'      | 'update-without-where' | "execute \"UPDATE notes SET text = ''\""                                                     | "irreversible 'no'"                                                         || 'primary key'
        'a delete'                   | 'update-without-where' | "execute 'DELETE FROM orders'"                                                              | "irreversible 'no'"                                                         || 'plain UPDATE'
        'more than NOT NULL'         | 'set-not-null-scans'   | "alterColumn 'orders', 'state', nullable: false, default: 'open'"                            | "irreversible 'no'"                                                         || 'more of the column'
        'no inverse to be found'     | 'set-not-null-scans'   | "alterColumn 'orders', 'state', nullable: false"                                            | "downgrade {\n    execute 'ALTER TABLE orders ALTER state DROP NOT NULL'\n}" || 'downgrade'
    }

    def "what another revision follows cannot be done in two halves"() {
        given:
        project.script('c3.groovy', "revision 'c3'\ndownRevision 'b2'\nmessage 'Add notes'\n\nchange {\n    addColumn 'orders', 'n', text\n}\n")

        when:
        def fixes = fixes(script("createCheckConstraint 'ck_t', 'orders', 'total > 0'"))

        then:
        fixes.changes() == []
        fixes.left()[0].reason().contains('another one follows')
    }

    def "where no database can be asked what is applied, nothing is changed unless all is meant"() {
        given:
        project.script('a1.groovy', SHOP)

        when:
        retort().lintFixes(LintRequest.USUAL)

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.UNREACHABLE
        e.problems()[0].hint().contains('--all')
    }

    def "without a database, what is wanted alone is written better"() {
        given:
        def text = script("createIndex 'ix', 'orders', ['total']\n    createIndex 'iy', 'notes', ['order_id']")
        project.script('a1.groovy', SHOP)
        project.script('b2.groovy', text)

        when:
        def fixes = retort().lintFixesOffline(LintRequest.USUAL.of(['b2'])) { it.place().line() == lines[0] }

        then:
        fixes.changes()*.after() == [text.replace("['order_id']", "['order_id'], concurrently: true")]
        fixes.fixed()*.place()*.line() == lines
        fixes.left() == []
        !fixes.databaseAsked()

        where:
        lines = [7]
    }

    def "a file that was changed in the meantime is not written"() {
        given:
        def fixes = fixes(script("createIndex 'ix', 'orders', ['total']"))
        project.script('b2.groovy', script("createIndex 'ix', 'orders', ['state']"))

        when:
        retort().write(fixes)

        then:
        thrown(RetortException)
        Files.readString(project.migrations.resolve('b2.groovy')).contains("['state']\n")
    }

    def "a change and the revision after it are written both, or neither"() {
        given:
        def bad = script("createCheckConstraint 'ck_t', 'orders', 'total > 0'")
        def fixes = fixes(bad)
        def added = fixes.changes().find { it.isNew() }

        when: 'the file of what follows is there already'
        Files.writeString(added.path(), '// somebody was quicker')
        retort().write(fixes)

        then:
        thrown(RetortException)
        Files.readString(project.migrations.resolve('b2.groovy')) == bad
        Files.readString(added.path()) == '// somebody was quicker'

        when: 'the script cannot be replaced, which is seen when what follows it is written'
        Files.delete(added.path())
        FixedScripts.write([fixes.changes()[1], new LintFixes.Change(project.home, 'migrations', 'a folder', '', '')])

        then:
        thrown(RetortException)
        !Files.exists(added.path())

        when: 'a script was changed in the meantime'
        project.script('b2.groovy', bad + '// more\n')
        retort().write(fixes)

        then:
        thrown(RetortException)
        !Files.exists(added.path())
    }
}
