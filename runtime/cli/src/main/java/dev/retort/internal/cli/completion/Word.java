package dev.retort.internal.cli.completion;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command that can be typed first.
 *
 * @param description one line
 * @param flags its options, and those that all commands have
 * @param arguments those of its places, in their order; the last one may repeat
 */
record Word(String name, String description, List<Flag> flags, List<Argument> arguments) {

    /**
     * An option.
     *
     * @param argument of it; empty where it takes none
     */
    record Flag(List<String> names, String description, Optional<Argument> argument, boolean repeats) {

        boolean takesArgument() {
            return argument.isPresent();
        }
    }

    static List<Word> commands(CommandLine root) {
        return root.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .map(Word::command)
                .toList();
    }

    /** The options of all commands, which may be typed before the command, too. */
    static List<Flag> shared(List<Word> commands) {
        return commands.stream()
                .limit(1)
                .flatMap(first -> first.flags().stream())
                .filter(flag ->
                        commands.stream().allMatch(command -> command.flags().contains(flag)))
                .toList();
    }

    private static Word command(CommandSpec spec) {
        List<Flag> flags = spec.options().stream()
                .filter(option -> !option.hidden())
                .map(Word::flag)
                .toList();
        List<Argument> arguments =
                spec.positionalParameters().stream().map(Argument::of).toList();
        return new Word(spec.name(), line(spec.usageMessage().description()), flags, arguments);
    }

    private static Flag flag(OptionSpec option) {
        Optional<Argument> argument = option.arity().max() == 0 ? Optional.empty() : Optional.of(Argument.of(option));
        return new Flag(List.of(option.names()), line(option.description()), argument, option.isMultiValue());
    }

    /** The first sentence, without its end: shells show it beside the word. */
    private static String line(String... description) {
        String text = String.join(" ", description).replace("%n", " ").strip();
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
