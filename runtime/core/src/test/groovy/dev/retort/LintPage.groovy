package dev.retort

import dev.retort.internal.lint.RulePages
import dev.retort.internal.testing.Project

/** A section of the manual about a rule: its example of what is bad, and of what is better. */
class LintPage {

    static final String LATER = '// in a revision after it'
    static final String SHOP = LintPage.getResource('/lint/shop.groovy').text

    final String rule
    final String text
    final String severity
    final boolean sqlite
    /** Nobody gets it without asking. */
    final boolean onRequest
    final String bad
    /** Null where there is none that always fits. */
    final String better

    private LintPage(String section) {
        rule = section.readLines().first()
        text = section
        def head = (section =~ /(?m)^\*(error|warning|info)(, on SQLite)?(, on request)?\.\*/)
        assert head.find(): "no severity in the section of $rule"
        severity = head.group(1)
        sqlite = head.group(2) != null
        onRequest = head.group(3) != null
        def blocks = (section =~ /(?s)```groovy\n(.*?)```/).collect { it[1] as String }
        bad = blocks[0]
        better = blocks[1]
    }

    static List<LintPage> all() {
        ('\n' + RulePages.all()).split('\n### ').drop(1).collect { new LintPage(it.split('\n## ')[0]) }
    }

    String getDialect() {
        sqlite ? 'sqlite' : 'postgresql'
    }

    /** The URL of a database that nobody asks. */
    String getUrl() {
        sqlite ? 'jdbc:sqlite:nowhere.db' : 'jdbc:postgresql://localhost:1/nowhere'
    }

    /** Writes the revisions of an example after that of the shop; their ids. */
    static List<String> write(Project project, String code) {
        project.revision('shop', [], SHOP)
        def parts = code.split('(?m)^' + LATER + '\n') as List
        parts.eachWithIndex { part, i ->
            def body = part =~ /(?m)^upgrade/ ? part + (part =~ /(?m)^downgrade/ ? '' : "\nirreversible 'an example'")
                    : "upgrade {\n$part}\nirreversible 'an example'"
            def message = body =~ /(?m)^message/ ? '' : "message 'Do what the example does'"
            project.script("r${i}.groovy", "revision 'r$i'\ndownRevision '${i == 0 ? 'shop' : "r${i - 1}"}'\n$message\n$body")
        }
        (0..<parts.size()).collect { "r$it".toString() }
    }

    String toString() {
        rule
    }
}
