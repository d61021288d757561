package dev.retort.internal.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Puts the commands together: each gets the global options and the same shape of help. */
public final class CommandTree {

    static final String GLOBAL = "global";

    /** In the order of the help. */
    private static final List<String> COMMANDS = List.of(
            "init",
            "revision",
            "merge",
            "rebase",
            "upgrade",
            "downgrade",
            "plan",
            "current",
            "status",
            "log",
            "validate",
            "lint",
            "schema",
            "diff",
            "picture",
            "check",
            "verify",
            "history",
            "heads",
            "bases",
            "branches",
            "show",
            "stamp",
            "resolve",
            "repair",
            "create",
            "drop",
            "restore",
            "edit",
            "lsp",
            "ensure-version",
            "config",
            "list-templates",
            "explain",
            "completion");

    /** As Alembic, Flyway and others call them; not listed, so that the help names each command once. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "ensure_version", "ensure-version",
            "list_templates", "list-templates",
            "info", "status",
            "pending", "status");

    private CommandTree() {}

    /** No table of constructors: it would load the classes of all commands to run one. */
    private static Action action(String name) {
        return switch (name) {
            case "init" -> new InitCommand();
            case "revision" -> new RevisionCommand();
            case "merge" -> new MergeCommand();
            case "rebase" -> new RebaseCommand();
            case "upgrade" -> new UpgradeCommand();
            case "downgrade" -> new DowngradeCommand();
            case "plan" -> new PlanCommand();
            case "current" -> new CurrentCommand();
            case "status" -> new StatusCommand();
            case "log" -> new LogCommand();
            case "validate" -> new ValidateCommand();
            case "lint" -> new LintCommand();
            case "schema" -> new SchemaCommand();
            case "diff" -> new DiffCommand();
            case "picture" -> new PictureCommand();
            case "check" -> new CheckCommand();
            case "verify" -> new VerifyCommand();
            case "history" -> new HistoryCommand();
            case "heads" -> new HeadsCommand();
            case "bases" -> new BasesCommand();
            case "branches" -> new BranchesCommand();
            case "show" -> new ShowCommand();
            case "stamp" -> new StampCommand();
            case "resolve" -> new ResolveCommand();
            case "repair" -> new RepairCommand();
            case "create" -> new CreateCommand();
            case "drop" -> new DropCommand();
            case "restore" -> new RestoreCommand();
            case "edit" -> new EditCommand();
            case "lsp" -> new LspCommand();
            case "ensure-version" -> new EnsureVersionCommand();
            case "config" -> new ConfigCommand();
            case "list-templates" -> new ListTemplatesCommand();
            case "explain" -> new ExplainCommand();
            case "completion" -> new CompletionCommand();
            default -> throw new IllegalArgumentException("no command " + name);
        };
    }

    /** Whether it is the name of a command. */
    static boolean isCommand(String word) {
        return COMMANDS.contains(word) || SYNONYMS.containsKey(word);
    }

    /** All commands; manual pages are made of them, too. */
    public static CommandLine create() {
        return create(name -> true);
    }

    /**
     * Only the commands that the arguments may name. Reading a command's annotations takes milliseconds, and there are
     * many commands; whoever cannot parse the arguments with these asks for all of them.
     */
    static CommandLine create(String[] args) {
        return create(Arrays.asList(args)::contains);
    }

    private static CommandLine create(Predicate<String> wanted) {
        CommandLine root = new CommandLine(new RetortCommand());
        for (String name : COMMANDS) {
            if (wanted.test(name)) {
                root.addSubcommand(name, new CommandLine(action(name)));
            }
        }
        SYNONYMS.forEach((name, meant) -> {
            if (wanted.test(name)) {
                CommandLine command = new CommandLine(action(meant));
                command.getCommandSpec().usageMessage().hidden(true);
                root.addSubcommand(name, command);
            }
        });
        root.setExpandAtFiles(false);
        equip(root);
        root.getSubcommands().values().forEach(CommandTree::equip);
        return root;
    }

    private static void equip(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        CommandSpec global = CommandSpec.forAnnotatedObject(new GlobalOptions());
        List<OptionSpec> own = List.copyOf(spec.options());
        List<OptionSpec> shared = List.copyOf(global.options());
        spec.addMixin(GLOBAL, global);
        addSection(spec);
        // Else -1 would be taken for an option; Positional sees to it that nothing else passes.
        boolean takesTargets = !spec.positionalParameters().isEmpty();
        command.setUnmatchedOptionsArePositionalParams(takesTargets);
        UsageMessageSpec usage = spec.usageMessage();
        usage.abbreviateSynopsis(true);
        usage.sortOptions(false);
        usage.descriptionHeading("%n");
        usage.sectionMap().remove(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING);
        usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OptionSections(own, shared));
        usage.parameterListHeading("%nParameters:%n");
        usage.commandListHeading("%nCommands:%n");
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.exitCodeList(ExitCode.meanings());
    }

    /** {@code -n} is how Alembic names what is an environment here; a command may need it for something else. */
    private static void addSection(CommandSpec spec) {
        OptionSpec environment = spec.findOption("--env");
        if (spec.findOption("-n") == null && environment != null) {
            spec.addOption(OptionSpec.builder("-n", "--name")
                    .paramLabel("NAME")
                    .type(String.class)
                    .hidden(true)
                    .getter(environment.getter())
                    .setter(environment.setter())
                    .build());
        }
    }

    /**
     * A class, and no lambda: the JVM archives the classes of old compilers, such as picocli's, only where no lambda
     * implements one of their interfaces.
     */
    private record OptionSections(List<OptionSpec> own, List<OptionSpec> shared) implements IHelpSectionRenderer {

        @Override
        public String render(Help help) {
            return section(help, "%nOptions:%n", own) + section(help, "%nGlobal options:%n", shared);
        }

        private static String section(Help help, String heading, List<OptionSpec> options) {
            return options.isEmpty() ? "" : help.createHeading(heading) + help.optionListExcludingGroups(options);
        }
    }
}
