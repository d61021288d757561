package dev.retort.internal.script;

import dev.retort.internal.schema.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The closed sets of words that options of foreign keys take, and the notation of what they refer to. */
final class ForeignKeyReader {

    private static final List<String> ACTIONS = List.of("CASCADE", "NO ACTION", "RESTRICT", "SET DEFAULT", "SET NULL");
    /** Of the standard's three, the ones that any database does. */
    private static final List<String> MATCHES = List.of("FULL", "SIMPLE");

    private static final List<String> INITIALLY = List.of("DEFERRED", "IMMEDIATE");

    private static final Pattern SET_COLUMNS = Pattern.compile("(?i)\\s*(SET (?:NULL|DEFAULT)) *\\(([^()]+)\\)\\s*");

    private ForeignKeyReader() {}

    /** @param columns empty for the primary key of the table */
    record Target(QualifiedName table, List<String> columns) {}

    /**
     * @param word SQL's action; null when none is said
     * @param columns which ones {@code SET NULL (a, b)} sets; empty means all
     */
    record Action(@Nullable String word, List<String> columns) {}

    static @Nullable String onUpdate(@Nullable String words) {
        return Keywords.oneOf("onUpdate", words, ACTIONS);
    }

    /** What is written after {@code ON DELETE}, columns and all. */
    static Action onDelete(@Nullable String words) {
        Matcher set = SET_COLUMNS.matcher(words == null ? "" : words);
        if (!set.matches()) {
            return new Action(Keywords.oneOf("onDelete", words, ACTIONS), List.of());
        }
        List<String> columns = Columns.some("onDelete: '" + words + "'", split(set.group(2)));
        return new Action(Keywords.oneOf("onDelete", set.group(1), ACTIONS), columns);
    }

    private static List<String> split(String names) {
        return Arrays.stream(names.split(",", -1)).map(String::strip).toList();
    }

    static @Nullable String match(@Nullable String word) {
        return Keywords.oneOf("match", word, MATCHES);
    }

    static @Nullable String initially(@Nullable String word) {
        return Keywords.oneOf("initially", word, INITIALLY);
    }

    /** {@code users}, {@code users.id}, {@code app.users.id}, {@code users(id, tenant)} or {@code app.users(id)}. */
    static Target references(String text) {
        NameReader.Call written = NameReader.call(text);
        int most = written == null || written.inside() == null ? 3 : 2;
        if (written == null || !written.isComplete() || written.parts().size() > most) {
            throw new Refusal(
                    "\"" + text + "\" does not name what a foreign key references.",
                    "Write 'users', 'users.id' or 'users(id, tenant)'.");
        }
        List<String> parts = written.parts();
        int last = parts.size() - 1;
        if (written.inside() != null) {
            List<String> columns = Columns.some("references: '" + text + "'", split(written.inside()));
            return new Target(NameReader.qualified("a table", text, parts, null), columns);
        } else if (last == 0) {
            return new Target(QualifiedName.of(parts.get(0)), List.of());
        }
        QualifiedName table = NameReader.qualified("a table", text, parts.subList(0, last), null);
        return new Target(table, List.of(parts.get(last)));
    }
}
