package dev.retort.internal.cli.completion;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;

/** A shell that completes what is typed by a script of its own, which is made of the commands and options there are. */
public enum Shell {
    BASH(words -> new BashScript(words).text()),
    ZSH(words -> new ZshScript(words).text()),
    FISH(words -> new FishScript(words).text());

    private final Function<List<Word>, String> script;

    Shell(Function<List<Word>, String> script) {
        this.script = script;
    }

    /** What the shell reads; revisions it asks the program itself for. */
    public String script(CommandLine root) {
        return script.apply(Word.commands(root));
    }

    public static Optional<Shell> named(String name) {
        return Arrays.stream(values())
                .filter(shell -> shell.word().equals(name))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names, for those who complete the name of a shell. */
    public static final class Names implements Iterable<String> {

        public static List<String> all() {
            return Arrays.stream(values()).map(Shell::word).toList();
        }

        @Override
        public Iterator<String> iterator() {
            return all().iterator();
        }
    }
}
