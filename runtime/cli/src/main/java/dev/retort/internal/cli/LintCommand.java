package dev.retort.internal.cli;

import dev.retort.LintFinding.Severity;
import dev.retort.LintRequest;
import dev.retort.LintRequest.Scope;
import dev.retort.LintResult;
import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.internal.cli.render.LintDocuments;
import dev.retort.internal.cli.render.LintText;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.Setting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lint",
        description = "Report what revisions will do to a database that is in use; end with 6 where that is bad.",
        footer = {
            "",
            "Each script is followed in its place in the chain, without running anything: what a statement locks, whether all",
            "rows of a table are read or written again, and who waits. A table that the revision itself creates raises no alarm.",
            "Without a revision: all that are not applied, where the database can be asked; else all.",
            "",
            "Examples:",
            "  retort lint                        what is not applied yet",
            "  retort lint 4f1c head              these revisions",
            "  retort lint 4f1c:head              from one to another, both included",
            "  retort lint --against postgresql://db.example.org/shop",
            "                                     with the sizes of its tables, and without those that are small",
            "  retort lint --all                  also what is applied",
            "  retort lint --format github        for a workflow of GitHub; also gitlab and sarif",
            "  retort lint --fix                  write what is better, as far as that is mechanical",
            "  retort explain index-not-concurrent",
            "                                     what a rule is about"
        })
final class LintCommand implements Action {

    enum Format {
        text,
        github,
        gitlab,
        sarif
    }

    /** For those who complete a severity. */
    static final class Severities extends ArrayList<String> {

        Severities() {
            super(List.of("error", "warning", "info"));
        }
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "REV",
            converter = Positional.class,
            description = "Revisions, or ranges FROM:TO.")
    List<String> revisions = new ArrayList<>();

    @Option(names = "--pending", description = "Only what is not applied; the database must answer.")
    boolean pending;

    @Option(names = "--all", description = "Also what is applied, and what is below the baseline.")
    boolean all;

    @Option(
            names = "--against",
            paramLabel = "URL",
            description = "Ask that database how large its tables are, and what is applied there.")
    @Nullable
    String against;

    @Option(
            names = "--small-table",
            paramLabel = "ROWS",
            description = "With --against: so many rows, and no more than 10 MB, are not worth a word"
                    + " (RETORT_LINT_SMALL_TABLE; 10000).")
    @Nullable
    Long smallTable;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, github, gitlab or sarif; text is the default.")
    Format format = Format.text;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            completionCandidates = Severities.class,
            description = "End with 6 from this severity on: error, warning or info (RETORT_LINT_FAIL_ON; warning).")
    @Nullable
    String failOn;

    @Option(
            names = "--baseline",
            description =
                    "Print the setting that leaves out all revisions there are, for a project that begins with this.")
    boolean baseline;

    @Option(
            names = "--fix",
            description =
                    "Write what is better where the text alone has to change: show it, then ask. Nothing that is applied is changed.")
    boolean fix;

    @Option(
            names = {"-y", "--yes"},
            description = "With --fix: do not ask. Without a terminal to ask at, it is shown only.")
    boolean yes;

    @Override
    public ExitCode run(Invocation invocation) {
        refuseContradictions(invocation);
        Configuration configuration = invocation.configuration(settings());
        Retort engine = invocation.engine(configuration);
        if (baseline) {
            List<String> heads = engine.heads(false).stream()
                    .map(view -> "\"" + view.id() + "\"")
                    .toList();
            invocation.console().result("[lint]\nbaseline = [" + String.join(", ", heads) + "]");
            return ExitCode.DONE;
        }
        LintRequest usual = new LintRules(configuration).request().of(revisions).within(scope());
        LintRequest request = against == null ? usual : usual.withSizes(small(configuration));
        if (fix) {
            return new LintFixing(invocation, engine).fix(request, yes);
        }
        LintResult result = engine.lint(request);
        print(result, invocation);
        Severity least =
                Severity.valueOf(configuration.list(Setting.LINT_FAIL_ON).get(0).toUpperCase(Locale.ROOT));
        return result.has(least) ? ExitCode.DIFFERENCES : ExitCode.DONE;
    }

    private long small(Configuration configuration) {
        return smallTable == null ? configuration.number(Setting.LINT_SMALL_TABLE) : smallTable;
    }

    private Map<Setting, List<String>> settings() {
        Map<Setting, List<String>> settings = new EnumMap<>(Setting.class);
        if (failOn != null) {
            settings.put(Setting.LINT_FAIL_ON, List.of(failOn));
        }
        if (against != null) {
            settings.put(Setting.URL, List.of(against));
        }
        return settings;
    }

    private void refuseContradictions(Invocation invocation) {
        if (pending && (all || !revisions.isEmpty())) {
            throw usage("--pending and " + (all ? "--all" : "revisions") + " contradict each other.");
        }
        if (invocation.json() && format != Format.text) {
            throw usage("--json and --format " + format + " are two forms of one result.");
        }
        if (fix && (baseline || invocation.json() || format != Format.text)) {
            String other = baseline ? "--baseline" : invocation.json() ? "--json" : "--format " + format;
            throw usage("--fix and " + other + " contradict each other.");
        }
        if (yes && !fix) {
            throw usage("--yes is about --fix, which is not there.");
        }
    }

    private static RetortException usage(String sentence) {
        return new RetortException(
                RetortException.Kind.USAGE, Problem.of(sentence).withHint("Leave one of them out."));
    }

    private Scope scope() {
        if (pending) {
            return Scope.PENDING;
        }
        return all ? Scope.ALL : Scope.USUAL;
    }

    private void print(LintResult result, Invocation invocation) {
        Console console = invocation.console();
        if (invocation.json()) {
            console.result(LintDocuments.json(result));
            return;
        }
        switch (format) {
            case text -> console.result(new LintText(console.palette()).of(result));
            case github -> console.result(LintText.github(result));
            case gitlab -> console.result(LintDocuments.gitlab(result));
            case sarif -> console.result(LintDocuments.sarif(result, ProgramVersion.number()));
        }
        console.progress(LintText.summary(result));
    }
}
