package dev.retort.internal.lint;

import dev.retort.LintFinding;
import dev.retort.LintFinding.Rows;
import dev.retort.LintFinding.Severity;
import dev.retort.Location;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.error.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Has all rules look at a revision, and leaves out what the script or the configuration says is meant. */
public final class Linter {

    /** A comment that names no rule. */
    public static final LintRule UNKNOWN_RULE =
            new LintRule("unknown-rule", Severity.WARNING, "Nothing is left out by it.", revision -> List.of());

    private final List<LintRule> rules;
    private final Map<String, Optional<Severity>> severities;
    private final KnownSizes sizes;

    /**
     * @param severities of rules that have another one than their own; empty for those that are switched off
     * @param sizes of the tables that the revisions meet
     */
    public Linter(List<LintRule> rules, Map<String, Optional<Severity>> severities, KnownSizes sizes) {
        this.rules = List.copyOf(rules);
        this.severities = Map.copyOf(severities);
        this.sizes = sizes;
    }

    /**
     * The findings in the order of their places.
     *
     * @param text of the script
     */
    public List<LintFinding> findings(LintedRevision revision, String text) {
        List<String> header =
                revision.header().entry("nolint").map(entry -> entry.values()).orElse(List.of());
        Suppressions suppressions = Suppressions.of(revision.file(), text, header);
        String[] lines = text.split("\\R", -1);
        Set<LintFinding> findings = new LinkedHashSet<>();
        for (LintRule rule : rules) {
            severity(rule)
                    .ifPresent(severity -> rule.look().apply(revision).stream()
                            .filter(remark -> !suppressions.covers(remark, rule.id()))
                            .filter(remark -> severity == Severity.ERROR || !sizes.areSmall(remark.costs()))
                            .map(remark -> finding(rule, severity, revision, at(remark, lines)))
                            .forEach(findings::add));
        }
        severity(UNKNOWN_RULE)
                .ifPresent(severity -> unknown(suppressions).stream()
                        .map(remark -> finding(UNKNOWN_RULE, severity, revision, at(remark, lines)))
                        .forEach(findings::add));
        List<LintFinding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparing(LintFinding::place));
        return sorted;
    }

    private Optional<Severity> severity(LintRule rule) {
        return rule.severity(severities);
    }

    private List<Remark> unknown(Suppressions suppressions) {
        List<String> ids = rules.stream().map(LintRule::id).toList();
        return suppressions.all().stream()
                .filter(each -> !ids.contains(each.rule()))
                .map(each -> new Remark(
                        suppressions.place(each),
                        Remark.UPGRADE,
                        "There is no rule \"" + each.rule() + "\"."
                                + Suggestion.didYouMean(each.rule(), ids)
                                        .map(hint -> " " + hint)
                                        .orElse(""),
                        List.of(),
                        null))
                .toList();
    }

    /** With the column at which its line begins, where the engine knows the line alone. */
    private static Remark at(Remark remark, String[] lines) {
        Location place = remark.place();
        boolean here = place.file().equals(remark.line().file());
        if (!here || place.column() > 0 || place.line() < 1 || place.line() > lines.length) {
            return remark;
        }
        String line = lines[place.line() - 1];
        int column = line.length() - line.stripLeading().length() + 1;
        return new Remark(
                new Location(place.file(), place.line(), column),
                remark.line(),
                remark.direction(),
                remark.sentence(),
                remark.costs(),
                remark.better());
    }

    private LintFinding finding(LintRule rule, Severity severity, LintedRevision revision, Remark remark) {
        return new LintFinding(
                rule.id(),
                severity,
                remark.place(),
                remark.line(),
                revision.header().revision(),
                remark.direction(),
                remark.sentence() + sizes.sentence(remark.costs()),
                remark.costs().stream().map(Cost::lock).distinct().toList(),
                remark.costs().stream().map(Cost::rows).max(Rows::compareTo).orElse(Rows.UNTOUCHED),
                rule.why(),
                remark.better());
    }
}
