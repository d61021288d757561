package dev.retort.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Puts the commands together: each gets the global options and the same shape of help. */
final class CommandTree {

    static final String GLOBAL = "global";

    private static final Map<String, Supplier<Action>> COMMANDS = commands();

    /** As Alembic, Flyway and others call them; not listed, so that the help names each command once. */
    private static final Map<String, Supplier<Action>> SYNONYMS = Map.of(
            "ensure_version", EnsureVersionCommand::new,
            "list_templates", ListTemplatesCommand::new,
            "info", StatusCommand::new,
            "pending", StatusCommand::new);

    private CommandTree() {}

    private static Map<String, Supplier<Action>> commands() {
        Map<String, Supplier<Action>> commands = new LinkedHashMap<>();
        commands.put("init", InitCommand::new);
        commands.put("revision", RevisionCommand::new);
        commands.put("merge", MergeCommand::new);
        commands.put("rebase", RebaseCommand::new);
        commands.put("upgrade", UpgradeCommand::new);
        commands.put("downgrade", DowngradeCommand::new);
        commands.put("plan", PlanCommand::new);
        commands.put("current", CurrentCommand::new);
        commands.put("status", StatusCommand::new);
        commands.put("log", LogCommand::new);
        commands.put("validate", ValidateCommand::new);
        commands.put("history", HistoryCommand::new);
        commands.put("heads", HeadsCommand::new);
        commands.put("bases", BasesCommand::new);
        commands.put("branches", BranchesCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("stamp", StampCommand::new);
        commands.put("resolve", ResolveCommand::new);
        commands.put("repair", RepairCommand::new);
        commands.put("create", CreateCommand::new);
        commands.put("drop", DropCommand::new);
        commands.put("restore", RestoreCommand::new);
        commands.put("edit", EditCommand::new);
        commands.put("ensure-version", EnsureVersionCommand::new);
        commands.put("config", ConfigCommand::new);
        commands.put("list-templates", ListTemplatesCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    /** All commands. */
    static CommandLine create() {
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
        COMMANDS.forEach((name, action) -> {
            if (wanted.test(name)) {
                root.addSubcommand(name, new CommandLine(action.get()));
            }
        });
        SYNONYMS.forEach((name, action) -> {
            if (wanted.test(name)) {
                CommandLine command = new CommandLine(action.get());
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
