package dev.retort.internal.dialect;

import java.util.regex.Pattern;

/** A text as one word of a command that is to be typed into a shell. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private ShellWord() {}

    public static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
