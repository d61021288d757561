package dev.retort.internal.header;

import dev.retort.Problem;
import java.util.List;

/** The escapes in the texts of a script that stand for nothing. */
public final class WrongEscapes {

    private WrongEscapes() {}

    /** One of a kind for each text: Groovy's lexer gives up on them without naming them. */
    public static List<Problem> problems(ScriptSource source) {
        String text = source.text();
        Lines lines = new Lines(source);
        return new Skimmer(text)
                .wrongEscapes().stream()
                        .map(at -> text.charAt(at) == '$'
                                ? Problem.at(
                                                lines.locate(at),
                                                "A \"$\" in a text in double quotes begins the name of a variable.")
                                        .withHint("Write the text in single quotes, '…' or '''…''', or \\$ for the"
                                                + " sign itself.")
                                : Problem.at(lines.locate(at), "\"" + written(text, at) + "\" is no escape of a text.")
                                        .withHint("Double the backslash, \\" + written(text, at)
                                                + ", or write the text as $/…/$, where it stands for itself."))
                        .toList();
    }

    private static String written(String text, int at) {
        return text.substring(at, Math.min(text.length(), text.offsetByCodePoints(at, 1) + 1));
    }
}
