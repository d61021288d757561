package dev.retort.internal.dialect.postgres;

import dev.retort.LintFinding.Rows;
import dev.retort.internal.dialect.Server;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.ColumnType.Simple;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Table;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Types whose values are kept, and ordered by an operator class of their own: an index of them is built again. */
    private static final Set<String> OTHER_ORDER = Set.of("citext", "timestamp", "timestamptz");

    /** With so many digits of a second, which is one digit. */
    private static final Pattern INTERVAL = Pattern.compile("interval(?:\\s*\\((\\d)\\))?");

    private final Table table;
    private final String column;
    private final Server server;

    TypeRewrite(Table table, String column, Server server) {
        this.table = table;
        this.column = column;
        this.server = server;
    }

    /** @param from null where it is not known */
    Rows rows(@Nullable ColumnType from, ColumnChange to) {
        ColumnType type = Objects.requireNonNull(to.type());
        String using = to.using();
        boolean kept = from != null && (keepsBytes(from, type) || server.utc() && isSameMoment(from, type));
        if (from == null || !kept || using != null && !isCast(using, column)) {
            return Rows.REWRITTEN;
        }
        boolean reordered = !word(from).equals(word(type))
                && (OTHER_ORDER.contains(word(from)) || OTHER_ORDER.contains(word(type)));
        // A check of the column is compared with all rows again.
        return !from.equals(type) && isChecked() || reordered && isIndexed() ? Rows.READ : Rows.UNTOUCHED;
    }

    /** In UTC, what a clock shows and when that is are the same number. */
    private static boolean isSameMoment(ColumnType from, ColumnType to) {
        return from instanceof ColumnType.Timestamp old
                && to instanceof ColumnType.Timestamp wider
                && old.timezone() != wider.timezone()
                && atLeast(old.precision(), wider.precision());
    }

    private boolean isIndexed() {
        return table.indexes().stream()
                        .flatMap(index -> index.elements().stream())
                        .anyMatch(element -> !(element instanceof Index.Element.ColumnName name)
                                || name.name().equals(column))
                || table.constraints().stream()
                        .anyMatch(each -> (each instanceof Constraint.PrimaryKey || each instanceof Constraint.Unique)
                                && each.accept(Constraint.COLUMNS).contains(column));
    }

    private boolean isChecked() {
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
        Matcher old = INTERVAL.matcher(named(from));
        Matcher wider = INTERVAL.matcher(named(to));
        if (old.matches() && wider.matches()) {
            return wider.group(1) == null
                    || old.group(1) != null && wider.group(1).compareTo(old.group(1)) >= 0;
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
        } else if (type instanceof ColumnType.Timestamp timestamp) {
            return timestamp.timezone() ? "timestamptz" : "timestamp";
        }
        return named(type);
    }

    private static String named(ColumnType type) {
        if (type == Simple.INTERVAL) {
            return "interval";
        }
        return type instanceof ColumnType.Named named ? named.sql().strip().toLowerCase(Locale.ROOT) : "";
    }
}
