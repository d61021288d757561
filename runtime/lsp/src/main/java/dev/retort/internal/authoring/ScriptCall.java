package dev.retort.internal.authoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A word with what is written after it, as far as it is written. */
final class ScriptCall {

    private final Token word;
    private final Set<String> options = new LinkedHashSet<>();
    private final List<@Nullable String> arguments = new ArrayList<>();
    private int argument;
    private @Nullable String option;

    ScriptCall(Token word) {
        this.word = word;
    }

    Token token() {
        return word;
    }

    String word() {
        return word.value();
    }

    /** The number of the argument that is being written; the first is 0, and options do not count. */
    int argument() {
        return argument;
    }

    /** The option whose value is being written; null where it is an argument. */
    @Nullable
    String option() {
        return option;
    }

    Set<String> options() {
        return options;
    }

    /** The text of an argument; null where it is none, or not written yet. */
    @Nullable
    String text(int number) {
        return number >= 0 && number < arguments.size() ? arguments.get(number) : null;
    }

    void begin(String name) {
        option = name;
        options.add(name);
    }

    void text(String text) {
        if (option == null) {
            while (arguments.size() <= argument) {
                arguments.add(null);
            }
            if (arguments.get(argument) == null) {
                arguments.set(argument, text);
            }
        }
    }

    void comma() {
        argument += option == null ? 1 : 0;
        option = null;
    }
}
