package dev.retort.internal.verify.rows;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a table's rows are held to.
 *
 * @param name of the constraint, the index or the domain's check; null where there is none
 * @param words what it is, for a sentence: {@code check}, {@code unique index}
 * @param sql its expression, where it has one
 * @param columns that it is about
 * @param condition whether the expression can be asked of a row before it is inserted
 */
record Rule(@Nullable String name, String words, String sql, Set<String> columns, boolean condition) {

    Rule {
        columns = Set.copyOf(columns);
    }

    /** For a sentence: {@code the check "ck_price" (price > 0)}. */
    String named() {
        return "the " + words + (name == null ? "" : " \"" + name + "\"") + (sql.isEmpty() ? "" : " (" + sql + ")");
    }
}
