package dev.retort

import dev.retort.LintFinding.Severity
import dev.retort.internal.lint.RulePages
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.RememberedScripts
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Every rule has a section with examples, and says of them what the section says. */
class LintPageSpec extends Specification {

    static final List<LintPage> PAGES = LintPage.all()

    static final Path PAGE = Path.of('../../docs/lint.md')
    static final String MANUAL = LintPageSpec.getResource('/lint/manual.md').text

    @AutoCleanup
    Project project = new Project()

    private List<LintFinding> findings(LintPage page, String code) {
        def revisions = LintPage.write(project, code)
        def retort = RememberedScripts.by(Retort.configure()).url(page.url).home(project.home).build()
        def request = LintRequest.USUAL.of(revisions).within(LintRequest.Scope.ALL)
        retort.lint(page.onRequest ? request.severity(page.severity, [page.rule]) : request).findings()
    }

    def "every rule has a section, in the order in which they are listed"() {
        expect:
        PAGES*.rule as Set == Retort.lintRules()*.id() as Set
        PAGES*.rule.unique(false) == PAGES*.rule
    }

    def "the section about #rule.id() says how bad it is, and why"() {
        expect:
        with(PAGES.find { it.rule == rule.id() }) {
            severity == rule.severity().name().toLowerCase()
            onRequest == !rule.usual()
            text.contains(rule.why())
        }
        Retort.explainLintRule(rule.id()).get().startsWith("### ${rule.id()}\n")

        where:
        rule << Retort.lintRules()
    }

    def "#page is found in its example"() {
        when:
        def found = findings(page, page.bad).findAll { it.rule() == page.rule }

        then:
        found.size() >= 1
        with(found[0]) {
            severity().name().toLowerCase() == page.severity
            place().file() =~ /^migrations/
            place().line() > 0 && place().column() > 0
            sentence().endsWith('.') || sentence().endsWith('?')
            !sentence().contains('\n')
        }

        where:
        page << PAGES
    }

    def "what is better than #page is not found"() {
        expect:
        findings(page, page.better).findAll { it.rule() == page.rule } == []

        and: 'nor is there anything worse than a remark'
        findings(page, page.better).findAll { it.severity() > Severity.INFO }*.rule() == others(page.rule)

        where:
        page << PAGES.findAll { it.better }
    }

    def "what is a matter of taste is reported only where somebody asks: #page"() {
        given:
        def revisions = LintPage.write(project, page.bad)
        def retort = RememberedScripts.by(Retort.configure()).url(page.url).home(project.home).build()

        expect:
        !(page.rule in retort.lint(LintRequest.USUAL.of(revisions).within(LintRequest.Scope.ALL)).findings()*.rule())

        where:
        page << PAGES.findAll { it.onRequest }
    }

    def "what a revision does to tables of its own raises no alarm, on #dialect"() {
        given:
        def page = PAGES.find { it.dialect == dialect }
        def code = '''\
            createTable('lines') {
                column 'id', bigint, primaryKey: true
                column 'code', varchar(10)
                column 'total', integer
            }
            createIndex 'ix_lines_code', 'lines', ['code']
            addColumn 'lines', 'state', text, nullable: false
            addColumn 'lines', 'orders_id', bigint, references: 'orders.id'
            alterColumn 'lines', 'total', type: bigint
            alterColumn 'lines', 'code', nullable: false
            createCheckConstraint 'ck_lines', 'lines', 'total > 0'
            createUniqueConstraint 'uq_lines', 'lines', ['code', 'total']
            execute "UPDATE lines SET total = 1"
            execute "CREATE INDEX IF NOT EXISTS ix_lines_total ON lines (total)"
            dropIndex 'ix_lines_code', 'lines'
            dropColumn 'lines', 'state'
            renameTable 'lines', 'order_lines'
            createIndex 'ix_order_lines_orders_id', 'order_lines', ['orders_id']
            '''.stripIndent()

        expect:
        findings(page, code).findAll { it.severity() > Severity.INFO }*.rule() == []

        where:
        dialect << ['postgresql', 'sqlite']
    }

    def "the page is what the sections and the costs make of it"() {
        given:
        def text = MANUAL.replace('<!-- table -->\n', table()).replace('<!-- rules -->\n', RulePages.all())
        if (Boolean.getBoolean('retort.golden')) {
            Files.writeString(PAGE, text)
        }

        expect: 'otherwise run this spec with -Dretort.golden=true'
        Files.readString(PAGE) == text
    }

    private static String table() {
        def aboutLocks = PAGES.takeWhile { it.rule != 'update-without-where' } - PAGES.findAll { it.rule in ['duplicate-index', 'unique-on-existing-rows', 'no-lock-timeout'] }
        def rows = aboutLocks.findAll { !it.sqlite && !(it.rule in LintProofSpec.WITHOUT) }.collect { page ->
            [page.rule, costs(page, page.bad), page.better ? costs(page, page.better) : '']
        }.findAll { it[1] }
        '| rule | what is bad | what is better |\n| --- | --- | --- |\n' + rows.collect { "| [${it[0]}](#${it[0]}) | ${it[1]} | ${it[2]} |\n" }.join()
    }

    /** The dearest of each table. */
    private static String costs(LintPage page, String code) {
        new Project().withCloseable { project ->
            def revisions = LintPage.write(project, code)
            def retort = RememberedScripts.by(Retort.configure()).url(page.url).home(project.home).build()
            def tolls = new LintProof(retort, null).said(revisions).flatten().unique { it.toString() }
            tolls.collect { "`${it.mode()}` on ${it.table()}" + (it.rows() == LintFinding.Rows.UNTOUCHED ? '' : ", all rows ${it.rows() == LintFinding.Rows.READ ? 'read' : 'written again'}") }
                    .join('; ')
        }
    }

    /** What is better is not always good. */
    private static List<String> others(String rule) {
        ['rows-read-twice' : ['type-change-rewrites', 'type-change-rewrites'],
         'backfill-missing': ['set-not-null-scans'],
         'alter-impossible': ['table-rebuild']].getOrDefault(rule, [])
    }
}
