package dev.retort.internal.authoring;

import dev.retort.TableOutline;
import dev.retort.internal.authoring.Token.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables that a script can name: those that there are before it, and those that it creates itself. */
final class KnownTables {

    private static final Set<String> CREATING = Set.of("createTable", "table");

    private final Map<String, SortedMap<String, String>> columns = new LinkedHashMap<>();

    /** @param before the tables that there are before it */
    KnownTables(List<TableOutline> before, List<Token> script) {
        for (TableOutline table : before) {
            SortedMap<String, String> known = columns.computeIfAbsent(table.name(), name -> new TreeMap<>());
            table.columns().forEach(column -> known.put(column.name(), column.type()));
        }
        created(script);
    }

    /** A table, and the columns that are named until the next one; that is near enough for a proposal. */
    private void created(List<Token> script) {
        SortedMap<String, String> current = null;
        String word = "";
        for (Token token : script) {
            if (token.kind() == Kind.NAME) {
                word = token.value();
            } else if (token.kind() == Kind.TEXT && CREATING.contains(word)) {
                current = columns.computeIfAbsent(token.value(), name -> new TreeMap<>());
                word = "";
            } else if (token.kind() == Kind.TEXT && word.equals("column") && current != null) {
                current.putIfAbsent(token.value(), "");
                word = "";
            } else if (token.kind() == Kind.LINE_END) {
                word = "";
            }
        }
    }

    Set<String> names() {
        return new LinkedHashSet<>(columns.keySet());
    }

    /** The columns of a table with their types, which are empty where they are not known; of all tables where none is named. */
    SortedMap<String, String> columns(@Nullable String table) {
        if (table != null) {
            return columns.getOrDefault(table, new TreeMap<>());
        }
        SortedMap<String, String> all = new TreeMap<>();
        columns.values().forEach(all::putAll);
        return all;
    }
}
