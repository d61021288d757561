package dev.retort;

import dev.retort.LintFinding.Severity;
import java.util.List;
import java.util.SortedSet;

/**
 * What {@link Retort#lint} has found.
 *
 * @param findings in the order of the revisions, and of their places within each
 * @param revisions the ids of those that were looked at, in the order in which they are applied
 * @param rules all that there are, by which findings are explained
 * @param databaseAsked whether a database has said what is applied
 * @param applied the revisions that are applied, where it was asked
 */
public record LintResult(
        List<LintFinding> findings,
        List<String> revisions,
        List<Rule> rules,
        boolean databaseAsked,
        SortedSet<String> applied) {

    public LintResult {
        findings = List.copyOf(findings);
        revisions = List.copyOf(revisions);
        rules = List.copyOf(rules);
    }

    /**
     * One thing that is looked for.
     *
     * @param severity that it has unless the request says otherwise
     * @param why it matters, in a sentence
     * @param usual whether it is looked for where the request gives it no severity
     */
    public record Rule(String id, Severity severity, String why, boolean usual) {}

    /** How many there are of a severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Whether there is one as bad as that, or worse. */
    public boolean has(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity().compareTo(severity) >= 0);
    }
}
