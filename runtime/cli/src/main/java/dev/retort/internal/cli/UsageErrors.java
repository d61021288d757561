package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.internal.error.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what the parser found wrong into a sentence and a way out. */
final class UsageErrors {

    private static final int SHORTEST_PREFIX = 2;

    private final List<String> arguments;

    UsageErrors(List<String> arguments) {
        this.arguments = arguments;
    }

    Problem problem(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        if (exception instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(command, unmatched.getUnmatched());
        }
        if (exception instanceof MissingParameterException missing) {
            return missing(command, missing.getMissing());
        }
        ArgSpec argument = exception.getArgSpec();
        String value = exception.getValue();
        if (argument != null && argument.isPositional() && value != null && Positional.looksLikeOption(value)) {
            return unknownOption(command, value);
        }
        if (argument instanceof OptionSpec option && isWhole(option.type()) && value != null) {
            return Problem.of("Invalid value \"" + value + "\" for " + option.longestName() + ".")
                    .withHint("Write a whole number.");
        }
        return Problem.of(sentence(String.valueOf(exception.getMessage()))).withHint(help(command));
    }

    private static boolean isWhole(Class<?> type) {
        return type == Integer.class || type == int.class || type == Long.class || type == long.class;
    }

    static Problem noCommand(CommandLine root) {
        return Problem.of("A command is missing.").withHint(help(root));
    }

    private Problem unmatched(CommandLine command, List<String> unmatched) {
        String argument = unmatched.get(0);
        if (Positional.looksLikeOption(argument)) {
            return unknownOption(command, argument);
        }
        if (command.getParent() == null) {
            return Problem.of("There is no command \"" + argument + "\".")
                    .withHint(hint(command, argument, command.getSubcommands().keySet()));
        }
        boolean message = command.getCommandSpec().userObject() instanceof RevisionCommand;
        return Problem.of("Unexpected argument \"" + argument + "\".")
                .withHint(
                        message ? "Write: retort revision -m \"" + String.join(" ", unmatched) + "\"" : help(command));
    }

    private Problem unknownOption(CommandLine command, String argument) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        List<String> known = command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> List.of(option.names()).stream())
                .toList();
        String sentence = command.getParent() == null
                ? "There is no option \"" + name + "\"."
                : "\"" + command.getCommandName() + "\" has no option \"" + name + "\".";
        return Problem.of(sentence).withHint(hint(command, name, known));
    }

    private static Problem missing(CommandLine command, List<ArgSpec> missing) {
        if (missing.isEmpty()) {
            return Problem.of("\"" + command.getCommandName() + "\" needs another argument.")
                    .withHint(help(command));
        }
        boolean oneOfThem = missing.get(0).group() != null;
        String names =
                missing.stream().map(UsageErrors::label).collect(Collectors.joining(oneOfThem ? " or " : " and "));
        return Problem.of("\"" + command.getCommandName() + "\" needs " + names + ".")
                .withHint(missing.get(0).isPositional() ? example(command).orElse(help(command)) : help(command));
    }

    private static String label(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return option.arity().max() == 0 ? option.longestName() : "a value for " + option.longestName();
        }
        return argument.paramLabel().replaceAll("[\\[\\].]|\\s.*", "");
    }

    /** The first of its help text, without what that says about it. */
    private static Optional<String> example(CommandLine command) {
        return Stream.of(command.getCommandSpec().usageMessage().footer())
                .map(String::strip)
                .filter(line -> line.startsWith(command.getCommandSpec().qualifiedName() + " "))
                .map(line -> "For example: " + line.replaceAll(" {2,}.*", ""))
                .findFirst();
    }

    private String hint(CommandLine command, String typed, Collection<String> candidates) {
        return new PhraseBook()
                .answer(typed, arguments)
                .or(() -> guess(typed, candidates))
                .orElse(help(command));
    }

    /** None for an option of one letter, to which every other is near. */
    private static Optional<String> guess(String typed, Collection<String> candidates) {
        if (typed.startsWith("-") && typed.length() <= "-x".length()) {
            return Optional.empty();
        }
        List<String> longer = candidates.stream()
                .filter(candidate -> typed.length() >= SHORTEST_PREFIX && candidate.startsWith(typed))
                .toList();
        return longer.size() == 1
                ? Optional.of("Did you mean \"" + longer.get(0) + "\"?")
                : Suggestion.didYouMean(typed, candidates);
    }

    private static String help(CommandLine command) {
        return "Type: " + command.getCommandSpec().qualifiedName() + " --help";
    }

    private static String sentence(String message) {
        String capitalized = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return capitalized.endsWith(".") || capitalized.endsWith("?") ? capitalized : capitalized + ".";
    }
}
