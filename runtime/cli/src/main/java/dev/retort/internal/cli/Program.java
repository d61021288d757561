package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses the arguments, runs the command, and reports what went wrong. */
final class Program {

    private static final Problem LOST_OUTPUT = Problem.of("The standard output cannot be written to.")
            .withHint("Is its disk full, or is it closed? The command itself came to its end; what it printed is"
                    + " incomplete.");

    private static final String[] VERSION = {"--version"};

    private final ProcessContext process;

    private Program(ProcessContext process) {
        this.process = process;
    }

    /** Runs the program; that its output went nowhere is a failure too, where nothing else was. */
    static ExitCode run(String[] args, ProcessContext process) {
        ExitCode code = parsedAndRun(args, process);
        if (!process.out().checkError()) {
            return code;
        }
        new Console(process, new GlobalOptions()).problem(LOST_OUTPUT);
        return code == ExitCode.DONE ? ExitCode.FAILED : code;
    }

    private static ExitCode parsedAndRun(String[] args, ProcessContext process) {
        Program program = new Program(process);
        if (Arrays.equals(args, VERSION)) {
            // Without the parser, which takes twice as long to start as the JVM.
            process.out().print(version() + "\n");
            return ExitCode.DONE;
        }
        if (args.length > 0 && args[0].equals(RevisionCandidates.COMMAND)) {
            return program.run(new RevisionCandidates(), program.call(RevisionCandidates.options(args)));
        }
        Optional<UsualArguments.Read> usual = UsualArguments.read(args);
        if (usual.isPresent()) {
            return program.run(usual.get().action(), program.call(usual.get().options()));
        }
        try {
            return program.run(parsed(helpLast(args)));
        } catch (ParameterException wrong) {
            List<String> arguments = List.of(args);
            GlobalOptions early = new GlobalOptions();
            early.json = arguments.contains("--json");
            early.colour = Colour.in(arguments);
            Problem problem = new UsageErrors(arguments).problem(wrong);
            return new Reports(new Console(process, early), early.json)
                    .failure(new RetortException(RetortException.Kind.USAGE, problem));
        }
    }

    private static String version() {
        return "retort " + ProgramVersion.number() + " (Java " + System.getProperty("java.version") + ")";
    }

    private static ParseResult parsed(String[] args) {
        try {
            ParseResult parsed = CommandTree.create(args).parseArgs(args);
            if (parsed.hasSubcommand()
                    || parsed.isVersionHelpRequested() && words(parsed).isEmpty()) {
                return parsed;
            }
        } catch (ParameterException perhaps) {
            // A misspelt command leaves the small tree without any: ask the whole one, which knows what is near.
            return CommandTree.create().parseArgs(args);
        }
        ParseResult whole = CommandTree.create().parseArgs(args);
        if (!words(whole).isEmpty()) {
            throw new UnmatchedArgumentException(whole.commandSpec().commandLine(), words(whole));
        }
        return whole;
    }

    /** What should be a command; where help or the version is asked for, the parser steps over it. */
    private static List<String> words(ParseResult parsed) {
        return parsed.unmatched().stream()
                .filter(argument -> !argument.equals("help") && !argument.startsWith("-"))
                .toList();
    }

    /** {@code help upgrade} is {@code upgrade --help}. */
    private static String[] helpLast(String[] args) {
        if (args.length == 0 || !args[0].equals("help")) {
            return args;
        }
        String[] moved = Arrays.copyOfRange(args, 1, args.length + 1);
        moved[args.length - 1] = "--help";
        return moved;
    }

    private ExitCode run(ParseResult outer) {
        ParseResult inner = outer.hasSubcommand() ? outer.subcommand() : outer;
        GlobalOptions options = outer == inner ? global(outer) : global(outer).with(global(inner));
        Call call = call(options);
        Console console = call.console();
        if (outer.isUsageHelpRequested() || inner.isUsageHelpRequested()) {
            CommandLine command = inner.commandSpec().commandLine();
            command.setUsageHelpWidth(TerminalWidth.ofHelp(process));
            console.result(console.palette().help(command));
            return ExitCode.DONE;
        }
        if (outer.isVersionHelpRequested()) {
            console.result(version());
            return ExitCode.DONE;
        }
        if (outer == inner) {
            Problem problem = UsageErrors.noCommand(outer.commandSpec().commandLine());
            return call.reports().failure(new RetortException(RetortException.Kind.USAGE, problem));
        }
        return run((Action) inner.commandSpec().userObject(), call);
    }

    private Call call(GlobalOptions options) {
        Console console = new Console(process, options);
        return new Call(options, console, new Reports(console, options.json));
    }

    /** Not the error's own words: they name a part of the JVM. */
    private static RetortException outOfMemory(OutOfMemoryError exhausted) {
        boolean classes = String.valueOf(exhausted.getMessage()).contains("Metaspace");
        String more = classes ? "-XX:MaxMetaspaceSize=1g" : "-Xmx1g";
        return new RetortException(
                RetortException.Kind.FAILED,
                List.of(Problem.of("There was not enough memory.")
                        .withHint(
                                "What a database had not committed by then was undone; see with: retort status. Give more"
                                        + " memory, for one by RETORT_JAVA_OPTIONS=" + more
                                        + ", and run the same command again.")),
                exhausted);
    }

    private record Call(GlobalOptions options, Console console, Reports reports) {}

    /** The one place where everything is caught: what nobody expected is a bug. */
    private ExitCode run(Action action, Call call) {
        int logVerbosity = action.hasLongForm() ? 2 : 1;
        try (Invocation invocation = new Invocation(process, call.options(), call.console(), logVerbosity)) {
            return action.run(invocation);
        } catch (OutOfMemoryError exhausted) {
            return call.reports().failure(outOfMemory(exhausted));
        } catch (RetortException failure) {
            return call.reports().failure(failure);
        } catch (RuntimeException | Error bug) {
            return call.reports().bug(bug);
        }
    }

    private static GlobalOptions global(ParseResult parsed) {
        CommandSpec mixin = parsed.commandSpec().mixins().get(CommandTree.GLOBAL);
        if (mixin == null) {
            throw new IllegalStateException("a command without the global options: " + parsed.commandSpec());
        }
        return (GlobalOptions) mixin.userObject();
    }
}
