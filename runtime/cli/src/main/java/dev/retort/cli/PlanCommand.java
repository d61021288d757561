package dev.retort.cli;

import dev.retort.RunResult;
import dev.retort.cli.render.JsonDocuments;
import dev.retort.cli.render.RunText;
import java.util.Locale;
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

    /** Which way a plan goes. */
    enum Direction {
        UPGRADE,
        DOWNGRADE
    }

    @Parameters(index = "0", paramLabel = "DIRECTION", description = "upgrade or downgrade.")
    Direction direction = Direction.UPGRADE;

    @Parameters(
            index = "1",
            paramLabel = "TARGET",
            converter = Positional.class,
            description = "As the command itself takes it.")
    String target = "";

    @Override
    public ExitCode run(Invocation invocation) {
        RunResult plan = invocation.engine().plan(direction.name().toLowerCase(Locale.ROOT), target);
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
