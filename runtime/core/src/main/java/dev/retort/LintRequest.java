package dev.retort;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Retort#lint} is to look at, and how strictly.
 *
 * @param revisions targets, or ranges {@code a:b}; empty for all that are not applied, as far as a database says so
 * @param scope which of the revisions count where none are named
 * @param severities of rules that are to have another one than their own, by their ids: {@code off}, {@code info},
 *     {@code warning} or {@code error}
 * @param baseline revisions that are old, with all that they follow: they are left out where none are named
 * @param serverVersion of the database that the scripts are for; null means the newest one
 * @param smallTable the database is asked how large its tables are, and what is found about those with at most so many rows is
 *     left out, unless it is an error; null asks for no sizes
 */
public record LintRequest(
        List<String> revisions,
        Scope scope,
        Map<String, String> severities,
        List<String> baseline,
        @Nullable String serverVersion,
        @Nullable Long smallTable) {

    /** Which revisions count where none are named. */
    public enum Scope {
        /** Those that are not applied, where the database can be asked; else all of them. */
        USUAL,
        /**
         * Those that are not applied; a database must answer, and what one of them creates is new to the others: they are applied
         * to it in one run.
         */
        PENDING,
        /** All, applied or not. */
        ALL
    }

    /** All that is not applied, by the rules as they are. */
    public static final LintRequest USUAL = new LintRequest(List.of(), Scope.USUAL, Map.of(), List.of(), null, null);

    public LintRequest {
        revisions = List.copyOf(revisions);
        severities = Map.copyOf(severities);
        baseline = List.copyOf(baseline);
    }

    public LintRequest of(List<String> newRevisions) {
        return new LintRequest(newRevisions, scope, severities, baseline, serverVersion, smallTable);
    }

    public LintRequest within(Scope newScope) {
        return new LintRequest(revisions, newScope, severities, baseline, serverVersion, smallTable);
    }

    /** @param severity {@code off}, {@code info}, {@code warning} or {@code error} */
    public LintRequest severity(String severity, List<String> rules) {
        Map<String, String> all = new LinkedHashMap<>(severities);
        rules.forEach(rule -> all.put(rule, severity));
        return new LintRequest(revisions, scope, all, baseline, serverVersion, smallTable);
    }

    public LintRequest baseline(List<String> newBaseline) {
        return new LintRequest(revisions, scope, severities, newBaseline, serverVersion, smallTable);
    }

    public LintRequest serverVersion(@Nullable String newVersion) {
        return new LintRequest(revisions, scope, severities, baseline, newVersion, smallTable);
    }

    /** @param rows so many make no table large */
    public LintRequest withSizes(long rows) {
        return new LintRequest(revisions, scope, severities, baseline, serverVersion, rows);
    }
}
