package dev.retort.internal.dialect.postgres;

import dev.retort.LintFinding.Rows;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.ColumnType.Simple;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Table;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What another type of a column does to the rows. See {@code ATColumnChangeRequiresRewrite} of the server: values are left as
 * they are where the new type takes the bytes of the old one, and where a support function of the type says that a length is no
 * smaller than before.
 */
final class TypeRewrite {

    /** Types whose values are those of the other one as well, by the names that the server prints. */
    private static final Map<String, Set<String>> SAME_BYTES = Map.of(
            "text", Set.of("varchar", "character varying", "citext"),
            "varchar", Set.of("text", "citext"),
            "citext", Set.of("text", "varchar", "character varying"),
            "cidr", Set.of("inet"),
            "xml", Set.of("text", "varchar", "character varying"));

    private TypeRewrite() {}

    /** @param from null where it is not known */
    static Rows of(Table table, String column, @Nullable ColumnType from, ColumnChange to) {
        ColumnType type = Objects.requireNonNull(to.type());
        String using = to.using();
        if (from == null || !keepsBytes(from, type) || using != null && !isCast(using, column)) {
            return Rows.REWRITTEN;
        }
        // A check of the column is compared with all rows again.
        return isChecked(table, column) && !from.equals(type) ? Rows.READ : Rows.UNTOUCHED;
    }

    private static boolean isChecked(Table table, String column) {
        return table.constraints().stream()
                .anyMatch(each -> each instanceof Constraint.Check check
                        && tokens(check.condition()).stream()
                                .anyMatch(token -> token.identifier().equalsIgnoreCase(column)));
    }

    /** {@code name::type} and {@code CAST(name AS type)} only say what happens anyway. */
    private static boolean isCast(String using, String column) {
        List<SqlToken> words = tokens(using);
        int at = words.size() > 2 && words.get(0).isWord("CAST") && words.get(1).isSymbol("(") ? 2 : 0;
        if (words.isEmpty() || !words.get(at).identifier().equalsIgnoreCase(column)) {
            return false;
        }
        if (words.size() == at + 1) {
            return true;
        }
        SqlToken next = words.get(at + 1);
        return (at == 2 ? next.isWord("AS") : next.isSymbol("::"))
                && words.subList(at + 2, words.size()).stream().noneMatch(token -> token.isSymbol("::"));
    }

    private static List<SqlToken> tokens(String sql) {
        return SqlLexer.tokens(sql, PostgresSyntax.SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .toList();
    }

    static boolean keepsBytes(ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return true;
        } else if (from instanceof ColumnType.Varchar old && to instanceof ColumnType.Varchar wider) {
            return atLeast(old.length(), wider.length());
        } else if (from instanceof ColumnType.Numeric old && to instanceof ColumnType.Numeric wider) {
            return wider.precision() == null
                    || old.precision() != null && wider.precision() >= old.precision() && scale(old) == scale(wider);
        } else if (from instanceof ColumnType.Timestamp old && to instanceof ColumnType.Timestamp wider) {
            return old.timezone() == wider.timezone() && atLeast(old.precision(), wider.precision());
        } else if (from instanceof ColumnType.Time old && to instanceof ColumnType.Time wider) {
            return old.timezone() == wider.timezone() && atLeast(old.precision(), wider.precision());
        }
        return SAME_BYTES.getOrDefault(word(from), Set.of()).contains(word(to)) && !isLimited(to);
    }

    private static int scale(ColumnType.Numeric type) {
        return type.scale() == null ? 0 : type.scale();
    }

    private static boolean isLimited(ColumnType type) {
        return type instanceof ColumnType.Varchar varchar && varchar.length() != null;
    }

    /** Null is any length. */
    private static boolean atLeast(@Nullable Integer old, @Nullable Integer wider) {
        return wider == null || old != null && wider >= old;
    }

    private static String word(ColumnType type) {
        if (type instanceof ColumnType.Varchar) {
            return "varchar";
        } else if (type == Simple.TEXT) {
            return "text";
        }
        return type instanceof ColumnType.Named named ? named.sql().strip().toLowerCase(Locale.ROOT) : "";
    }
}
