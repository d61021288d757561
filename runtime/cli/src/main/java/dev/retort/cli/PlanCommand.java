package dev.retort.cli;

import dev.retort.RunResult;
import dev.retort.cli.render.JsonDocuments;
import dev.retort.cli.render.RunText;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.Suggestion;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        description = "Show the steps an upgrade or a downgrade would take, and take none.",
        footer = {
            "",
            "Examples:",
            "  retort plan upgrade head           what is not applied yet",
            "  retort plan downgrade -3           what would be reverted",
            "  retort plan upgrade head --json    the same for a program"
        })
final class PlanCommand implements Action {

    private static final List<String> DIRECTIONS = List.of("upgrade", "downgrade");

    @Parameters(
            index = "0",
            paramLabel = "DIRECTION",
            converter = Positional.class,
            description = "upgrade or downgrade.")
    String direction = "";

    @Parameters(
            index = "1",
            paramLabel = "TARGET",
            converter = Positional.class,
            description = "As the command itself takes it.")
    String target = "";

    @Override
    public ExitCode run(Invocation invocation) {
        if (!DIRECTIONS.contains(direction)) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("A plan is for upgrade or for downgrade, not for \"" + direction + "\".")
                            .withHint(
                                    Suggestion.didYouMean(direction, DIRECTIONS).orElse("Type: retort plan --help")));
        }
        RunResult plan = invocation.engine().plan(direction, target);
        Console console = invocation.console();
        if (invocation.json()) {
            console.result(JsonDocuments.run(plan));
        } else if (plan.steps().isEmpty()) {
            console.progress(RunText.nothingToDo(plan));
        } else {
            plan.steps().forEach(step -> console.result(RunText.step(step)));
        }
        return ExitCode.DONE;
    }
}
