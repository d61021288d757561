package dev.retort.internal.cli.completion;

import dev.retort.internal.cli.completion.Word.Flag;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For zsh with its own completion system: a file of its function path, or read by the shell. */
final class ZshScript {

    private static final String TEXT = """
            #compdef retort
            # Completes retort in zsh. Made by: retort completion zsh

            # Ids, labels and words for revisions; the options that name the configuration are those that were typed.
            __retort_revisions() {
                local line
                local -a described
                for line in ${(f)"$("$program" __complete -- $typed 2>/dev/null)"}; do
                    described+=("${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}")
                done
                _describe -V revision described
            }

            __retort_argument() {
                local kind found=1
                for kind; do
                    case $kind in
                        revisions) __retort_revisions && found=0 ;;
                        files) _files && found=0 ;;
                        folders) _files -/ && found=0 ;;
                        nothing) ;;
                        *) compadd -- ${(s:,:)kind} && found=0 ;;
                    esac
                done
                return found
            }

            __retort_commands() {
                local -a commands=(
            @commands@
                )
                _describe command commands
            }

            _retort() {
                local program=$words[1] context state state_descr line
                local -a typed=($words[2,CURRENT-1])
                typeset -A opt_args
                _arguments -C -S \\
            @shared@
                    '1:command:__retort_commands' \\
                    '*:: :->arguments' && return 0
                case $words[1] in
            @cases@
                esac
            }

            if [[ $funcstack[1] == _retort ]]; then
                _retort "$@"
            else
                compdef _retort retort
            fi
            """;

    private final List<Word> commands;

    ZshScript(List<Word> commands) {
        this.commands = commands;
    }

    String text() {
        String described = commands.stream()
                .map(command -> "        " + quoted(command.name() + ":" + command.description()))
                .collect(Collectors.joining("\n"));
        String shared = Word.shared(commands).stream()
                .flatMap(ZshScript::flag)
                .map(flag -> "        " + flag + " \\")
                .collect(Collectors.joining("\n"));
        String cases = commands.stream().map(ZshScript::command).collect(Collectors.joining("\n"));
        return TEXT.replace("@commands@", described).replace("@shared@", shared).replace("@cases@", cases);
    }

    private static String command(Word command) {
        Stream<String> flags = command.flags().stream().flatMap(ZshScript::flag);
        Stream<String> arguments = command.arguments().stream()
                .map(argument -> quoted((argument.repeats() ? "*" : "") + ":" + action(argument)));
        return "        " + command.name() + ")\n            _arguments -S"
                + Stream.concat(flags, arguments)
                        .map(line -> " \\\n                " + line)
                        .collect(Collectors.joining())
                + "\n            ;;";
    }

    private static Stream<String> flag(Flag flag) {
        String others = flag.repeats() ? "*" : "(" + String.join(" ", flag.names()) + ")";
        return flag.names().stream().map(name -> {
            String value =
                    flag.argument().map(argument -> ":" + action(argument)).orElse("");
            String written = flag.takesArgument() && name.startsWith("--") ? name + "=" : name;
            return quoted(others + written + "[" + flag.description().replaceAll("([\\[\\]])", "\\\\$1") + "]" + value);
        });
    }

    private static String action(Argument argument) {
        return argument.label().replace(":", "\\:") + ":{__retort_argument " + String.join(" ", argument.kinds()) + "}";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
