package dev.retort.internal.cli.completion;

import dev.retort.internal.cli.completion.Word.Flag;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For fish, which reads a file of that name in one of its folders when a command of that name is typed. */
final class FishScript {

    private static final String TEXT = """
            # Completes retort in fish. Made by: retort completion fish

            # Whether this is the command that was typed; the empty one is none yet.
            function __retort_is
                set -l words (commandline -opc)
                set -l command ''
                set -l skip 0
                for word in $words[2..]
                    if test $skip = 1
                        set skip 0
                        continue
                    end
                    switch $word
                        case @valued@
                            set skip 1
                        case '-*'
                        case '*'
                            set command $word
                            break
                    end
                end
                test "$command" = "$argv[1]"
            end

            # Ids, labels and words for revisions; the options that name the configuration are those that were typed.
            function __retort_revisions
                set -l words (commandline -opc)
                command $words[1] __complete -- $words[2..] 2>/dev/null
            end

            complete -c retort -e
            complete -c retort -f
            """;

    private final List<Word> commands;

    FishScript(List<Word> commands) {
        this.commands = commands;
    }

    String text() {
        List<Flag> shared = Word.shared(commands);
        String valued = shared.stream()
                .filter(Flag::takesArgument)
                .flatMap(flag -> flag.names().stream())
                .collect(Collectors.joining(" "));
        Stream<String> names = commands.stream()
                .map(command -> "complete -c retort -n '__retort_is \"\"' -a " + command.name() + " -d "
                        + quoted(command.description()));
        Stream<String> others = commands.stream().flatMap(command -> lines(command, shared));
        Stream<String> all = shared.stream().map(flag -> "complete -c retort" + flag(flag));
        return TEXT.replace("@valued@", valued)
                + Stream.of(all, names, others).flatMap(lines -> lines).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> lines(Word command, List<Flag> shared) {
        String only = "complete -c retort -n '__retort_is " + command.name() + "'";
        return Stream.concat(
                command.flags().stream().filter(flag -> !shared.contains(flag)).map(flag -> only + flag(flag)),
                command.arguments().stream()
                        .map(FishScript::values)
                        .filter(values -> !values.isEmpty())
                        .distinct()
                        .map(values -> only + " -k" + values));
    }

    private static String flag(Flag flag) {
        String names = flag.names().stream()
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
        String value = flag.argument()
                .map(argument -> (argument.files() ? " -r" : " -x") + values(argument))
                .orElse("");
        return names + value + " -d " + quoted(flag.description());
    }

    private static String values(Argument argument) {
        String words = Stream.of(
                        argument.revisions() ? "(__retort_revisions)" : "",
                        argument.folders() ? "(__fish_complete_directories)" : "",
                        String.join(" ", argument.words()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return (argument.files() ? " -F" : "") + (words.isEmpty() ? "" : " -a " + quoted(words));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
