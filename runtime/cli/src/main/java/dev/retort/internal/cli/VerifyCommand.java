package dev.retort.internal.cli;

import dev.retort.Check;
import dev.retort.CheckResult;
import dev.retort.CheckResult.Outcome;
import dev.retort.DifferenceOptions;
import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RetortBuilder;
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
import java.util.TreeSet;
import java.util.function.Function;
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
            "temporary files. With --embedded they are on a PostgreSQL that is started for it, from jars in the folder",
            "verify.embedded, and stopped at the end.",
            "",
            "Examples:",
            "  retort verify                               the whole chain",
            "  retort verify --pending                     what an upgrade would run",
            "  retort verify --from 4f1c --to head         these revisions",
            "  retort verify --seed 42                     the same rows again",
            "  retort verify --embedded=17                 on a PostgreSQL 17 that need not be installed"
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

    @Option(
            names = "--embedded",
            paramLabel = "VERSION",
            arity = "0..1",
            fallbackValue = "",
            description = "Start a PostgreSQL for it, which is in the folder verify.embedded (RETORT_VERIFY_EMBEDDED);"
                    + " default: the latest there.")
    @Nullable
    String embedded;

    @Override
    public ExitCode run(Invocation invocation) {
        refuseMistakes(invocation.options());
        Configuration configuration =
                invocation.configuration(except.isEmpty() ? Map.of() : Map.of(Setting.VERIFY_EXCEPT, except));
        Retort engine = invocation.engine(configuration);
        if (!invocation.verbose()) {
            // A backfill of a few rows is no news, of which each is run several times.
            LogOutput.open(invocation.console().err(), LogOutput.Detail.WARNINGS);
        }
        long chosen = seed == null ? new Random().nextInt(SEEDS) : seed;
        VerificationRequest request = request(configuration, engine, chosen);
        if (embedded == null) {
            return proven(invocation, configuration, engine, request);
        }
        try (EmbeddedServer server = started(invocation.console(), EmbeddedLibraries.of(configuration), embedded)) {
            return proven(invocation, configuration, onServer(invocation.builder(configuration), server), request);
        }
    }

    private static EmbeddedServer started(Console console, EmbeddedLibraries libraries, String version) {
        StatusLine status = console.statusLine();
        if (status == null) {
            return EmbeddedServer.start(libraries, version);
        }
        status.show("Starting PostgreSQL …");
        try {
            return EmbeddedServer.start(libraries, version);
        } finally {
            status.clear();
        }
    }

    private Retort onServer(RetortBuilder builder, EmbeddedServer server) {
        return builder.url(server.url())
                .user(null)
                .password(null)
                .passwords(null)
                .roleWarning(false)
                .build();
    }

    private ExitCode proven(
            Invocation invocation, Configuration configuration, Retort engine, VerificationRequest request) {
        try (Verification verification = engine.verification(request, model(invocation, configuration))) {
            List<CheckResult> results = results(invocation, verification);
            String again = repeated(invocation, request)
                    .of(results, end -> leadsThere(engine, request, verification, end), request.seed());
            if (invocation.json()) {
                invocation.console().result(VerificationDocuments.results(results, request.seed(), again));
            } else {
                VerificationText text =
                        new VerificationText(invocation.console().palette(), verification.checks());
                invocation.console().result(text.summary(results, again));
            }
            return results.stream().anyMatch(result -> result.outcome() == Outcome.FAILED)
                    ? ExitCode.DIFFERENCES
                    : ExitCode.DONE;
        }
    }

    private VerificationRequest request(Configuration configuration, Retort engine, long chosen) {
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

    private void refuseMistakes(GlobalOptions options) {
        if (pending && from != null) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("--pending starts where the database is, and --from elsewhere.")
                            .withHint("Leave one of them out."));
        }
        if (embedded != null && options.url != null && !pending) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("--embedded starts a server, and --url names another one.")
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

    private static List<CheckResult> results(Invocation invocation, Verification verification) {
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
        return results;
    }

    /** Without what is configured, which is there the next time as well; what is pending changes with the database. */
    private RepeatedVerification repeated(Invocation invocation, VerificationRequest request) {
        RepeatedVerification again = new RepeatedVerification(invocation.options(), to)
                .addOptional("--embedded", embedded)
                .add("--from", pending ? start(request) : from)
                .addEnd()
                .add("--rows", rows);
        except.forEach(check -> again.add("--except", check));
        return again;
    }

    private static String start(VerificationRequest request) {
        return request.from().isEmpty() ? "base" : String.join(",", new TreeSet<>(request.from()));
    }

    private static boolean leadsThere(Retort engine, VerificationRequest request, Verification whole, String revision) {
        VerificationRequest part = request.withRange(request.from(), revision).withExcept(Set.of());
        try (Verification verification = engine.verification(part)) {
            List<String> there = revisions(verification);
            return there.equals(revisions(whole)
                    .subList(0, Math.min(there.size(), revisions(whole).size())));
        }
    }

    private static List<String> revisions(Verification verification) {
        return verification.checks().stream()
                .filter(check -> check.kind() == Check.Kind.ROUND_TRIP)
                .map(Check::name)
                .toList();
    }
}
