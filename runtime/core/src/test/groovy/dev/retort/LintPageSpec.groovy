package dev.retort

import dev.retort.LintFinding.Severity
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.RememberedScripts
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Every rule has a section with examples, and says of them what the section says. */
class LintPageSpec extends Specification {

    static final List<LintPage> PAGES = LintPage.all()

    @AutoCleanup
    Project project = new Project()

    private List<LintFinding> findings(LintPage page, String code) {
        def revisions = LintPage.write(project, code)
        def retort = RememberedScripts.by(Retort.configure()).url(page.url).home(project.home).build()
        retort.lint(LintRequest.USUAL.of(revisions).within(LintRequest.Scope.ALL)).findings()
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

    /** What is better is not always good. */
    private static List<String> others(String rule) {
        ['rows-read-twice' : ['type-change-rewrites', 'type-change-rewrites'],
         'backfill-missing': ['set-not-null-scans'],
         'alter-impossible': ['table-rebuild']].getOrDefault(rule, [])
    }
}
