package dev.retort.internal.cli;

import dev.retort.Check;
import dev.retort.CheckResult;
import dev.retort.CheckResult.Outcome;
import dev.retort.DifferenceOptions;
import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.SchemaDifference;
import dev.retort.SchemaSnapshot;
import dev.retort.Verification;
import dev.retort.VerificationRequest;
import dev.retort.internal.cli.logging.LogOutput;
import dev.retort.internal.cli.render.VerificationDocuments;
import dev.retort.internal.cli.render.VerificationText;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.ConfiguredModel;
import dev.retort.internal.configuration.ConfiguredVerification;
import dev.retort.internal.configuration.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = "Prove on a scratch database that the revisions go up, down and up again; end with 6 where not.",
        footer = {
            "",
            "Each revision is upgraded, downgraded and upgraded again, on tables that are filled with rows: the schema and",
            "the rows must be as they were. All of it is reverted, which must leave nothing; upgraded again, which must",
            "lead to the same; written by --sql, run, and compared; and branches that are joined are run in either order.",
            "Where there is a model, the schema must be the model's.",
            "",
            "The database of the URL is not touched. Beside it, scratch databases are created and dropped; for SQLite,",
            "temporary files.",
            "",
            "Examples:",
            "  retort verify                               the whole chain",
            "  retort verify --pending                     what an upgrade would run",
            "  retort verify --from 4f1c --to head         these revisions",
            "  retort verify --seed 42                     the same rows again"
        })
final class VerifyCommand implements Action {

    private static final int SEEDS = 1_000_000;

    @Option(names = "--from", paramLabel = "REV", description = "Prove what comes after this revision; default: all.")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "REV", description = "Prove what comes up to this revision; default: heads.")
    String to = "heads";

    @Option(names = "--pending", description = "Prove what the database does not have yet.")
    boolean pending;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "How many rows each table is given before a revision is tried; 0 for none"
                    + " (RETORT_VERIFY_ROWS; default: 5).")
    @Nullable
    Integer rows;

    @Option(names = "--seed", paramLabel = "S", description = "Where the values of the rows come from; default: any.")
    @Nullable
    Long seed;

    @Option(
            names = "--except",
            paramLabel = "CHECK",
            description = "A revision that is applied without being tried, or a check such as sql; may be repeated"
                    + " (RETORT_VERIFY_EXCEPT).")
    List<String> except = new ArrayList<>();

    @Override
    public ExitCode run(Invocation invocation) {
        Configuration configuration =
                invocation.configuration(except.isEmpty() ? Map.of() : Map.of(Setting.VERIFY_EXCEPT, except));
        Retort engine = invocation.engine(configuration);
        if (!invocation.verbose()) {
            // A backfill of a few rows is no news, of which each is run several times.
            LogOutput.open(invocation.console().err(), LogOutput.Detail.WARNINGS);
        }
        long chosen = seed == null ? new Random().nextInt(SEEDS) : seed;
        VerificationRequest request = request(configuration, engine, chosen);
        try (Verification verification = engine.verification(request, model(invocation, configuration))) {
            return reported(invocation, verification, chosen);
        }
    }

    private VerificationRequest request(Configuration configuration, Retort engine, long chosen) {
        refuseRange();
        VerificationRequest request =
                ConfiguredVerification.request(configuration, chosen).withRange(start(engine), to);
        return rows == null ? request : request.withRows(rows);
    }

    /** Null where there is no model, or where the chain does not lead to it. */
    private @Nullable Function<SchemaSnapshot, SchemaDifference> model(
            Invocation invocation, Configuration configuration) {
        if (!ConfiguredVerification.leadsToModel(configuration, to)) {
            return null;
        }
        SchemaSource source = new SchemaSource(invocation, configuration);
        DifferenceOptions options = ConfiguredModel.options(configuration);
        return schema -> schema.differenceTo(source.model(), options);
    }

    private void refuseRange() {
        if (pending && from != null) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("--pending starts where the database is, and --from elsewhere.")
                            .withHint("Leave one of them out."));
        }
        if (rows != null && rows < 0) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("Invalid value \"" + rows + "\" for --rows.").withHint("Write 0 or more."));
        }
    }

    private Set<String> start(Retort engine) {
        if (pending) {
            return engine.rows();
        }
        return from == null || from.equals("base") ? Set.of() : Set.of(from.split(","));
    }

    private ExitCode reported(Invocation invocation, Verification verification, long chosen) {
        List<Check> checks = verification.checks();
        Console console = invocation.console();
        VerificationText text = new VerificationText(console.palette(), checks);
        List<CheckResult> results = new ArrayList<>();
        StatusLine status = console.statusLine();
        for (Check check : checks) {
            if (status != null) {
                status.show("Check " + (results.size() + 1) + " of " + checks.size() + ": " + check.name());
            }
            CheckResult result = verification.run(check);
            results.add(result);
            if (status != null) {
                status.clear();
            }
            if (!invocation.json()) {
                console.result(text.of(result));
            }
        }
        String again = repeated(results, chosen);
        if (invocation.json()) {
            console.result(VerificationDocuments.results(results, chosen, again));
        } else {
            console.result(text.summary(results, again));
        }
        return results.stream().anyMatch(result -> result.outcome() == Outcome.FAILED)
                ? ExitCode.DIFFERENCES
                : ExitCode.DONE;
    }

    /** The command that makes the same rows; it needs to go no further than to the first revision that failed. */
    private String repeated(List<CheckResult> results, long chosen) {
        String end = results.stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .flatMap(result -> result.check().revision().stream())
                .findFirst()
                .orElse(to);
        return "retort verify" + (from == null ? "" : " --from " + from) + (pending ? " --pending" : "")
                + (end.equals("heads") ? "" : " --to " + end) + (rows == null ? "" : " --rows " + rows)
                + except.stream().map(check -> " --except " + check).collect(Collectors.joining()) + " --seed "
                + chosen;
    }
}
