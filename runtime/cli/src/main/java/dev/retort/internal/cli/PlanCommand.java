package dev.retort.internal.cli;

import dev.retort.Plan;
import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.cli.render.RunText;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.error.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        description = "Show the steps that upgrade, downgrade or stamp would take, and take none.",
        footer = {
            "",
            "Examples:",
            "  retort plan upgrade head                    what is not applied yet",
            "  retort plan downgrade -3                    what would be reverted",
            "  retort plan upgrade head --from a1b2,c3d4   from rows that are named; no database is asked",
            "  retort plan upgrade head --out-of-order     also what was put below applied revisions and never ran",
            "  retort plan upgrade head --json             the same for a program"
        })
final class PlanCommand implements Action {

    private static final List<String> COMMANDS = List.of("upgrade", "downgrade", "stamp");

    @Parameters(
            index = "0",
            paramLabel = "COMMAND",
            converter = Positional.class,
            description = "upgrade, downgrade or stamp.")
    String command = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "TARGET",
            converter = Positional.class,
            description = "As the command itself takes it.")
    List<String> targets = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "REV[,REV...]",
            description = "Where to start, instead of where the database is; \"base\" means nothing is applied.")
    @Nullable
    String from;

    @Mixin
    OutOfOrderOption unordered = new OutOfOrderOption();

    @Override
    public ExitCode run(Invocation invocation) {
        checkOutOfOrder();
        Configuration configuration = invocation.configuration(Map.of());
        Retort engine = unordered.configure(invocation.builder(configuration)).build();
        if (rows() == null) {
            invocation.reportDoubtfulDatabase(configuration, engine);
        }
        Plan plan = plan(engine);
        Console console = invocation.console();
        if (invocation.json()) {
            console.result(JsonDocuments.plan(command, String.join(" ", targets), plan));
        } else if (plan.steps().isEmpty() && plan.rows().equals(plan.from())) {
            console.progress(RunText.nothingToDo(plan.rows()));
        } else {
            plan.steps().forEach(step -> console.result(RunText.step(step)));
            console.result(RunText.rows(plan.rows()));
        }
        return ExitCode.DONE;
    }

    private void checkOutOfOrder() {
        if (!unordered.asked) {
            return;
        }
        if (!command.equals("upgrade")) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("Only an upgrade takes --out-of-order.").withHint("Leave it out."));
        }
        if (from != null) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of(
                                    "What is out of order is known from the history of a database, which --from does not ask.")
                            .withHint("Leave out --out-of-order or --from."));
        }
    }

    private Plan plan(Retort engine) {
        return switch (command) {
            case "upgrade" -> engine.planUpgrade(target(), rows());
            case "downgrade" -> engine.planDowngrade(target(), rows());
            case "stamp" -> engine.planStamp(targets, rows());
            default ->
                throw new RetortException(
                        RetortException.Kind.USAGE,
                        Problem.of("There is no plan for \"" + command + "\"; there is one for upgrade, downgrade and"
                                        + " stamp.")
                                .withHint(
                                        Suggestion.didYouMean(command, COMMANDS).orElse("Type: retort plan --help")));
        };
    }

    private String target() {
        if (targets.size() > 1) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("The command " + command + " takes one target, not " + targets.size() + ".")
                            .withHint("To upgrade to several heads, write: retort plan upgrade heads"));
        }
        return targets.get(0);
    }

    private @Nullable SortedSet<String> rows() {
        if (from == null || from.equals("current")) {
            return null;
        }
        SortedSet<String> rows = new TreeSet<>(List.of(from.split(",")));
        rows.removeIf(row -> row.isBlank() || row.equals("base"));
        return rows;
    }
}
