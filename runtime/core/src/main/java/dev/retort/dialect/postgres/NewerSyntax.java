package dev.retort.dialect.postgres;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an older server takes for a slip of the pen. */
final class NewerSyntax {

    /** @param text around the place where the server stumbles, which is where {@code @} stands */
    private record Word(String name, Pattern text, int since) {
        static Word of(String name, String before, String at, int since) {
            return new Word(name, Pattern.compile("(?i).*" + before + "@" + at + ".*", Pattern.DOTALL), since);
        }
    }

    private static final List<Word> WORDS = List.of(
            Word.of("NULLS NOT DISTINCT", "", "NULLS\\s+NOT\\s+DISTINCT\\b", 15),
            Word.of("SET NULL with columns", "\\bSET\\s+NULL\\s*", "\\(", 15),
            Word.of("SET DEFAULT with columns", "\\bSET\\s+DEFAULT\\s*", "\\(", 15),
            Word.of("MERGE", "^\\s*", "MERGE\\b", 15),
            Word.of("A generated column that is VIRTUAL", "\\)\\s*", "VIRTUAL\\b", 18));

    private NewerSyntax() {}

    /**
     * From which version on the server would have understood.
     *
     * @param position of the syntax error, from 1
     */
    static Optional<String> note(String sql, int position) {
        if (position < 1 || position > sql.length()) {
            return Optional.empty();
        }
        String marked = sql.substring(0, position - 1) + "@" + sql.substring(position - 1);
        return WORDS.stream()
                .filter(word -> word.text().matcher(marked).matches())
                .findFirst()
                .map(word -> word.name() + " is known to PostgreSQL from version " + word.since() + " on.");
    }
}
