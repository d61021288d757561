package dev.retort.internal.lint;

import dev.retort.LintFinding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing to look for.
 *
 * @param id in small letters and hyphens, never to change
 * @param severity unless the configuration says otherwise
 * @param why it matters, in a sentence
 * @param usual whether it is looked for where the configuration gives it no severity
 */
public record LintRule(
        String id, Severity severity, String why, Function<LintedRevision, List<Remark>> look, boolean usual) {

    public LintRule(String id, Severity severity, String why, Function<LintedRevision, List<Remark>> look) {
        this(id, severity, why, look, true);
    }

    /** The same, looked for only where a project wants it so: a matter of taste. */
    public LintRule onRequest() {
        return new LintRule(id, severity, why, look, false);
    }

    /**
     * Empty where it is not looked for.
     *
     * @param configured of the rules that the configuration names; empty for those that are switched off
     */
    public Optional<Severity> severity(Map<String, Optional<Severity>> configured) {
        return configured.getOrDefault(id, usual ? Optional.of(severity) : Optional.empty());
    }

    /** Null where there is nothing to say. */
    public interface ChangeLook {
        @Nullable
        Remark at(LintedChange change);
    }

    /** Null where there is nothing to say. */
    public interface StatementLook {
        @Nullable
        Remark at(LintedStatement statement);
    }

    /** Looks at each change of the upgrade by itself. */
    public static LintRule ofChange(Severity severity, String id, String why, ChangeLook look) {
        return new LintRule(
                id, severity, why, revision -> found(revision.changes().map(look::at)));
    }

    /** Looks at each statement of the upgrade by itself. */
    public static LintRule ofStatement(Severity severity, String id, String why, StatementLook look) {
        return new LintRule(
                id, severity, why, revision -> found(revision.upgrade().stream().map(look::at)));
    }

    private static List<Remark> found(Stream<@Nullable Remark> remarks) {
        return remarks.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}
