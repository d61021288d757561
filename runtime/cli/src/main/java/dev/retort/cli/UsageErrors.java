package dev.retort.cli;

import dev.retort.error.Problem;
import dev.retort.error.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what the parser found wrong into a sentence and a way out. */
final class UsageErrors {

    private UsageErrors() {}

    static Problem problem(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        if (exception instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(command, unmatched.getUnmatched().get(0));
        }
        if (exception instanceof MissingParameterException missing) {
            return missing(command, missing.getMissing());
        }
        ArgSpec argument = exception.getArgSpec();
        String value = exception.getValue();
        if (argument != null && argument.isPositional() && value != null && Positional.looksLikeOption(value)) {
            return unknownOption(command, value);
        }
        return Problem.of(sentence(String.valueOf(exception.getMessage()))).withHint(help(command));
    }

    static Problem noCommand(CommandLine root) {
        return Problem.of("A command is missing.").withHint(help(root));
    }

    private static Problem unmatched(CommandLine command, String argument) {
        if (Positional.looksLikeOption(argument)) {
            return unknownOption(command, argument);
        }
        if (command.getParent() == null) {
            return Problem.of("There is no command \"" + argument + "\".")
                    .withHint(hint(command, argument, command.getSubcommands().keySet()));
        }
        return Problem.of("\"" + command.getCommandName() + "\" has no use for \"" + argument + "\".")
                .withHint(help(command));
    }

    private static Problem unknownOption(CommandLine command, String argument) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        List<String> known = command.getCommandSpec().options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .toList();
        String sentence = command.getParent() == null
                ? "There is no option \"" + name + "\"."
                : "\"" + command.getCommandName() + "\" has no option \"" + name + "\".";
        return Problem.of(sentence).withHint(hint(command, name, known));
    }

    private static Problem missing(CommandLine command, List<ArgSpec> missing) {
        if (missing.isEmpty()) {
            return Problem.of("\"" + command.getCommandName() + "\" misses something.")
                    .withHint(help(command));
        }
        String names = missing.stream().map(UsageErrors::label).collect(Collectors.joining(" and "));
        return Problem.of("\"" + command.getCommandName() + "\" needs " + names + ".")
                .withHint(help(command));
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? "a value for " + option.longestName()
                : argument.paramLabel().replaceAll("[\\[\\].]|\\s.*", "");
    }

    private static String hint(CommandLine command, String typed, Collection<String> candidates) {
        return Suggestion.didYouMean(typed, candidates).orElse(help(command));
    }

    private static String help(CommandLine command) {
        return "Type: " + command.getCommandSpec().qualifiedName() + " --help";
    }

    private static String sentence(String message) {
        String capitalized = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return capitalized.endsWith(".") || capitalized.endsWith("?") ? capitalized : capitalized + ".";
    }
}
