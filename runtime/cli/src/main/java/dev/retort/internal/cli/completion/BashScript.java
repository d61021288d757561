package dev.retort.internal.cli.completion;

import dev.retort.internal.cli.completion.Word.Flag;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** For bash from 4.3 on, without the scripts of the package bash-completion. */
final class BashScript {

    private static final String TEXT = """
            # Completes retort in bash. Made by: retort completion bash

            # What is known of a command: its options, those that take a value of a kind, and the kinds of its arguments.
            __retort_command() {
                options='' valued='' revisions='' files='' folders='' words='' arguments=''
                case $1 in
            @commands@
                    *) return 1 ;;
                esac
            }

            # Ids, labels and words for revisions; the options that name the configuration are those that were typed.
            __retort_revisions() {
                "$program" __complete -- "${typed[@]}" 2>/dev/null | while IFS=$'\\t' read -r value _; do printf '%s\\n' "$value"; done
            }

            # The kinds of an argument, and "a,b" for the words that there are.
            __retort_argument() {
                local kind
                for kind in $1; do
                    case $kind in
                        revisions) mapfile -t -O "${#found[@]}" found < <(compgen -W "$(__retort_revisions)" -- "$current") ;;
                        files) compopt -o filenames 2>/dev/null; mapfile -t -O "${#found[@]}" found < <(compgen -f -- "$current") ;;
                        folders) compopt -o filenames 2>/dev/null; mapfile -t -O "${#found[@]}" found < <(compgen -d -- "$current") ;;
                        nothing) ;;
                        *) mapfile -t -O "${#found[@]}" found < <(compgen -W "${kind//,/ }" -- "$current") ;;
                    esac
                done
            }

            _retort() {
                local program=$1 options valued revisions files folders words arguments
                local line=${COMP_LINE:0:COMP_POINT} current previous='' command='' place=0 word skip='' pair
                local -a typed found=()
                # bash splits words at ":", "@" and "=", which are parts of a revision.
                IFS=$' \\t\\n' read -r -a typed <<<"$line"
                typed=("${typed[@]:1}")
                current=''
                case $line in
                    *[[:space:]]) ;;
                    *) if ((${#typed[@]})); then current=${typed[-1]}; unset 'typed[-1]'; fi ;;
                esac
                __retort_command ''
                for word in "${typed[@]}"; do
                    if [[ -n $skip ]]; then
                        skip=''
                    elif [[ $word == -* && " $valued " == *" $word "* ]]; then
                        skip=$word
                    elif [[ $word != -* && -z $command ]]; then
                        command=$word
                        __retort_command "$command" || return 0
                    elif [[ $word != -* ]]; then
                        place=$((place + 1))
                    fi
                done
                if [[ $current == --*=* ]]; then
                    skip=${current%%=*}
                    previous=$skip=
                    current=${current#*=}
                fi
                if [[ -n $skip ]]; then
                    [[ " $revisions " != *" $skip "* ]] || __retort_argument revisions
                    [[ " $files " != *" $skip "* ]] || __retort_argument files
                    [[ " $folders " != *" $skip "* ]] || __retort_argument folders
                    for pair in $words; do
                        [[ $pair != "$skip="* ]] || __retort_argument "${pair#*=}"
                    done
                elif [[ $current == -* ]]; then
                    mapfile -t found < <(compgen -W "$options" -- "$current")
                elif [[ -z $command ]]; then
                    mapfile -t found < <(compgen -W '@names@' -- "$current")
                else
                    local -a places
                    IFS=';' read -r -a places <<<"$arguments"
                    if ((place < ${#places[@]})); then
                        __retort_argument "${places[place]}"
                    elif ((${#places[@]})) && [[ ${places[-1]} == *more* ]]; then
                        __retort_argument "${places[-1]% more}"
                    fi
                fi
                # Only what comes after the last of these is replaced.
                word=$previous$current
                word=${word%"${word##*["${COMP_WORDBREAKS//[[:space:]]/}"]}"}
                COMPREPLY=("${found[@]/#/$previous}")
                COMPREPLY=("${COMPREPLY[@]#"$word"}")
            }

            complete -o nosort -F _retort retort 2>/dev/null || complete -F _retort retort
            """;

    private final List<Word> commands;

    BashScript(List<Word> commands) {
        this.commands = commands;
    }

    String text() {
        String cases = commands.stream().map(BashScript::command).collect(Collectors.joining("\n"));
        String outside = command(new Word("''", "", Word.shared(commands), List.of()));
        return TEXT.replace("@commands@", outside + "\n" + cases)
                .replace("@names@", commands.stream().map(Word::name).collect(Collectors.joining(" ")));
    }

    private static String command(Word command) {
        List<Flag> flags = command.flags();
        String words = flags.stream()
                .filter(flag -> flag.argument()
                        .filter(argument -> !argument.words().isEmpty())
                        .isPresent())
                .flatMap(flag -> flag.names().stream()
                        .map(name -> name + "="
                                + String.join(",", flag.argument().orElseThrow().words())))
                .collect(Collectors.joining(" "));
        return "        " + command.name() + ")\n"
                + set("options", names(flags, flag -> true))
                + set("valued", names(flags, Flag::takesArgument))
                + set(
                        "revisions",
                        names(
                                flags,
                                flag -> flag.argument()
                                        .filter(Argument::revisions)
                                        .isPresent()))
                + set(
                        "files",
                        names(
                                flags,
                                flag -> flag.argument().filter(Argument::files).isPresent()))
                + set(
                        "folders",
                        names(
                                flags,
                                flag -> flag.argument()
                                        .filter(Argument::folders)
                                        .isPresent()))
                + set("words", words)
                + set(
                        "arguments",
                        command.arguments().stream().map(BashScript::kinds).collect(Collectors.joining(";")))
                + "            ;;";
    }

    private static String set(String variable, String value) {
        return value.isEmpty() ? "" : "            " + variable + "='" + value + "'\n";
    }

    private static String names(List<Flag> flags, Predicate<Flag> which) {
        return flags.stream()
                .filter(which)
                .flatMap(flag -> flag.names().stream())
                .collect(Collectors.joining(" "));
    }

    private static String kinds(Argument argument) {
        return String.join(" ", argument.kinds()) + (argument.repeats() ? " more" : "");
    }
}
