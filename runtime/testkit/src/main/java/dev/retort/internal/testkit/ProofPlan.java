package dev.retort.internal.testkit;

import dev.retort.Check;
import dev.retort.DifferenceOptions;
import dev.retort.Retort;
import dev.retort.Verification;
import dev.retort.VerificationRequest;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.ConfiguredModel;
import dev.retort.internal.configuration.ConfiguredVerification;
import dev.retort.internal.configuration.Setting;
import dev.retort.testkit.MigrationTest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a class of tests is to prove on one kind of database.
 *
 * @param again the command that repeats it, as far as it is the same for each check
 * @param checks in the order in which they take least
 */
public record ProofPlan(Project project, VerificationRequest request, String again, List<Check> checks) {

    private static final int SEEDS = 1_000_000;

    /**
     * One for each kind of database. No database is needed to plan.
     *
     * @param test what the class says; null where it says nothing
     * @throws dev.retort.RetortException with all that is wrong with the configuration, the headers or the graph
     */
    public static List<ProofPlan> of(@Nullable MigrationTest test) {
        ProjectRequest request = test == null ? ProjectRequest.NOTHING : ProjectRequest.of(test);
        return Project.of(request, settings(test)).stream()
                .map(project -> of(project, request, test))
                .toList();
    }

    private static ProofPlan of(Project project, ProjectRequest asked, @Nullable MigrationTest test) {
        String from = test == null ? "" : test.from();
        String to = test == null ? "heads" : test.to();
        long seed = test == null || test.seed() == 0 ? 1 + new Random().nextInt(SEEDS) : test.seed();
        Configuration configuration = project.configuration();
        VerificationRequest request = ConfiguredVerification.request(configuration, seed)
                .withRange(from.isEmpty() ? Set.of() : Arrays.asList(from.split(",")), to);
        try (Verification verification = verification(project, request)) {
            return new ProofPlan(project, request, again(project, asked, test, from), verification.checks());
        }
    }

    private static Verification verification(Project project, VerificationRequest request) {
        Configuration configuration = project.configuration();
        Retort retort = project.retort();
        if (!ConfiguredVerification.leadsToModel(configuration, request.to())) {
            return retort.verification(request);
        }
        DifferenceOptions options = ConfiguredModel.options(configuration);
        return retort.verification(
                request, schema -> schema.differenceTo(ConfiguredModel.of(configuration, retort), options));
    }

    private static Map<Setting, List<String>> settings(@Nullable MigrationTest test) {
        Map<Setting, List<String>> settings = new EnumMap<>(Setting.class);
        if (test != null && test.rows() >= 0) {
            settings.put(Setting.VERIFY_ROWS, List.of(String.valueOf(test.rows())));
        }
        if (test != null && test.except().length > 0) {
            settings.put(Setting.VERIFY_EXCEPT, List.of(test.except()));
        }
        if (test != null && test.heads().length > 0) {
            settings.put(Setting.VERIFY_HEADS, List.of(test.heads()));
        }
        return settings;
    }

    private static String again(Project project, ProjectRequest asked, @Nullable MigrationTest test, String from) {
        StringBuilder command = new StringBuilder();
        // What the command line has no option for.
        if (!asked.schemas().isEmpty()) {
            command.append("RETORT_SCHEMAS=")
                    .append(String.join(",", asked.schemas()))
                    .append(' ');
        }
        if (test != null && test.heads().length > 0) {
            command.append("RETORT_VERIFY_HEADS=")
                    .append(String.join(",", test.heads()))
                    .append(' ');
        }
        command.append("retort verify");
        if (!project.option().isEmpty()) {
            command.append(' ').append(project.option());
        }
        asked.environment().ifPresent(name -> command.append(" --env ").append(name));
        asked.migrations().forEach(folder -> command.append(" --migrations ").append(folder));
        if (!from.isEmpty()) {
            command.append(" --from ").append(from);
        }
        if (test != null && test.rows() >= 0) {
            command.append(" --rows ").append(test.rows());
        }
        if (test != null) {
            for (String check : test.except()) {
                command.append(" --except ").append(check);
            }
        }
        return command.toString();
    }

    /** The command that repeats a check; it needs to go no further than to its revision. */
    String again(Check check) {
        String to = check.revision().orElse(request.to());
        return again + (to.equals("heads") ? "" : " --to " + to) + " --seed " + request.seed();
    }

    /** Begins it. */
    public Proof open() {
        return new Proof(this, verification(project, request));
    }
}
