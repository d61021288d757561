package dev.retort.internal.dialect.sqlite;

import dev.retort.RetortException;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.sql.SqlToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sqlite.Collation;
import org.sqlite.Function;

/**
 * A copy of a database's schema in memory, without rows, to try changes on: what SQLite itself says of them there is
 * known before the real database was touched, and the texts it rewrites are its own.
 */
final class ShadowSchema implements AutoCloseable {

    private static final Pattern MISSING = Pattern.compile("no such (collation sequence|function): (.+)");
    private static final int MISSING_AT_MOST = 100;
    private static final Pattern NO_COLUMN = Pattern.compile("(?s).*no such column: (.+)");

    private final Connection connection;
    private final Catalog catalog;

    private ShadowSchema(Connection connection) {
        this.connection = connection;
        this.catalog = Queries.catalog(connection);
    }

    static ShadowSchema of(Catalog original) {
        return of(SchemaRow.all(original));
    }

    /** Of a part of a schema. */
    static ShadowSchema of(List<SchemaRow> objects) {
        try {
            return new ShadowSchema(copy(objects));
        } catch (SQLException e) {
            throw Refusal.of("The schema cannot be copied to try the change on: " + Failures.message(e) + ".");
        }
    }

    /** Refuses the one of the statements, run one after the other, that takes a name in double quotes for a text. */
    static List<SqlStatement> withoutStrings(Catalog original, List<String> statements) {
        if (original.canLook() && statements.stream().anyMatch(ShadowSchema::hasDoubleQuotes)) {
            try (ShadowSchema scratch = of(original)) {
                for (String sql : statements) {
                    scratch.refuseStrings(sql);
                    if (!scratch.isSound(sql)) {
                        break;
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the copy of the schema cannot be tried on", e);
            }
        }
        return statements.stream().map(SqlStatement::of).toList();
    }

    /** A connection of its own; the caller closes it. */
    static Connection copy(Catalog original) throws SQLException {
        return copy(SchemaRow.all(original));
    }

    private static Connection copy(List<SchemaRow> objects) throws SQLException {
        Connection connection = SqliteUrl.connect("jdbc:sqlite::memory:", new Properties());
        try {
            Queries.execute(connection, "PRAGMA foreign_keys = OFF");
            for (SchemaRow object : objects) {
                create(connection, object);
            }
            // Authors' statements are tried on it when SQL is written.
            Confinement.of(connection);
            StatementLength.lift(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** An application may have brought collations and functions of its own; here their names are enough. */
    private static void create(Connection connection, SchemaRow object) throws SQLException {
        for (int missing = 0; ; missing++) {
            try {
                Queries.execute(connection, object.sql());
                return;
            } catch (SQLException e) {
                Matcher matcher = MISSING.matcher(Failures.message(e));
                if (object.isVirtual()) {
                    // Its module is loaded in the application only; nothing but itself needs it here.
                    return;
                } else if (!matcher.matches() || missing == MISSING_AT_MOST) {
                    throw e;
                } else if (matcher.group(1).equals("function")) {
                    Function.create(connection, matcher.group(2), new NoFunction(), Function.FLAG_DETERMINISTIC);
                } else {
                    Collation.create(connection, matcher.group(2), new NoCollation());
                }
            }
        }
    }

    private static final class NoFunction extends Function {
        @Override
        protected void xFunc() throws SQLException {
            result();
        }
    }

    private static final class NoCollation extends Collation {
        @Override
        protected int xCompare(String left, String right) {
            return left.compareTo(right);
        }
    }

    Catalog catalog() {
        return catalog;
    }

    void execute(String sql) throws SQLException {
        Queries.execute(connection, sql);
    }

    List<SchemaRow> objects() {
        return SchemaRow.all(catalog);
    }

    /** Marks where {@link #back} leads to. */
    void mark(String name) throws SQLException {
        execute("SAVEPOINT " + name);
    }

    /** Undoes all since the mark; the mark stays. */
    void back(String name) throws SQLException {
        execute("ROLLBACK TO " + name);
    }

    /**
     * Whatever speaks of a column, as SQLite itself understands it: it is found by renaming the column and looking
     * which texts SQLite changed.
     *
     * @param before the objects that speak of it
     * @param after the same ones, with the column under another name
     */
    record Mentions(List<SchemaRow> before, List<SchemaRow> after) {
        boolean isOnly(String table) {
            return before.stream().allMatch(object -> object.isTable(table));
        }
    }

    /**
     * Refuses a statement that says in double quotes what is no name where it is said: SQLite takes that for a text, so
     * that an index is over a constant and a check compares with one. SQLite writes such a text in single quotes when it
     * alters a table, any table.
     */
    void refuseStrings(String sql) throws SQLException {
        refuseStrings(sql, sql);
    }

    /** @param part what is new in the statement */
    void refuseStrings(String sql, String part) throws SQLException {
        if (!hasDoubleQuotes(part)) {
            return;
        }
        mark("strings");
        try {
            execute("CREATE TABLE _retort_probe (a, b, c)");
            if (isSound("ALTER TABLE _retort_probe DROP COLUMN c")) {
                refuseNewStrings(sql, part);
            }
        } finally {
            back("strings");
            execute("RELEASE strings");
        }
    }

    static boolean hasDoubleQuotes(String sql) {
        return sql.indexOf('"') >= 0 && Names.tokens(sql).stream().anyMatch(ShadowSchema::isDoubleQuoted);
    }

    /** A schema that is broken already cannot be altered, and so is not looked at. */
    private boolean isSound(String sql) {
        try {
            execute(sql);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void refuseNewStrings(String sql, String part) throws SQLException {
        if (!isSound(sql)) {
            // SQLite itself says why.
            return;
        }
        Set<SchemaRow> before = new HashSet<>(objects());
        try {
            execute("ALTER TABLE _retort_probe DROP COLUMN b");
        } catch (SQLException e) {
            Matcher missing = NO_COLUMN.matcher(Failures.message(e));
            if (missing.matches()) {
                throw noName(missing.group(1));
            }
            return;
        }
        List<SqlToken> quoted =
                Names.tokens(sql).stream().filter(ShadowSchema::isDoubleQuoted).toList();
        for (SchemaRow after : objects()) {
            if (!before.contains(after) && !after.name().equals("_retort_probe")) {
                List<String> names = Names.tokens(after.sql()).stream()
                        .filter(ShadowSchema::isDoubleQuoted)
                        .map(Names::read)
                        .toList();
                quoted.stream()
                        .map(Names::read)
                        .filter(name -> !names.contains(name))
                        .findFirst()
                        .ifPresent(name -> {
                            throw noName(name);
                        });
            }
        }
    }

    private static boolean isDoubleQuoted(SqlToken token) {
        return token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER && token.text().startsWith("\"");
    }

    private static RetortException noName(String name) {
        return Refusal.of(
                "There is no column \"" + name + "\" here, and SQLite would take it for the text '" + name + "'.",
                "Put a text into single quotes, and an expression of an index into sql('…').");
    }

    Mentions mentions(String table, String column) throws SQLException {
        mark("mentions");
        try {
            fixStrings();
            List<SchemaRow> all = objects();
            execute("ALTER TABLE " + Names.quote(table) + " RENAME COLUMN " + Names.quote(column)
                    + " TO _retort_renamed");
            List<SchemaRow> renamed = objects();
            List<SchemaRow> before = new ArrayList<>();
            List<SchemaRow> after = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (!all.get(i).sql().equals(renamed.get(i).sql())) {
                    before.add(all.get(i));
                    after.add(renamed.get(i));
                }
            }
            return new Mentions(before, after);
        } finally {
            back("mentions");
            execute("RELEASE mentions");
        }
    }

    /** SQLite puts strings that stand in double quotes into single ones when it alters a table; afterwards it need not. */
    void fixStrings() throws SQLException {
        execute("CREATE TABLE _retort_probe (a, b)");
        execute("ALTER TABLE _retort_probe DROP COLUMN b");
    }

    /** SQLite gives no other name to a view. */
    void replaceViewByTable(String view) throws SQLException {
        String columns = catalog.query("SELECT name FROM pragma_table_info(?)", view).stream()
                .map(row -> Names.quote(SchemaRow.text(row, "name")))
                .collect(Collectors.joining(", "));
        execute("DROP VIEW " + Names.quote(view));
        execute("CREATE TABLE " + Names.quote(view) + " (" + columns + ")");
    }

    /** What SQLite refuses when a table is changed. */
    static RetortException refused(String table, SQLException failure) {
        if (String.valueOf(failure.getMessage()).contains("table " + Names.NEW_TABLE + table + " already exists")) {
            return Refusal.of(
                    "There is a table \"" + Names.NEW_TABLE + table + "\", which is the name that \"" + table
                            + "\" has while it is rebuilt.",
                    "Drop it or rename it first.");
        }
        return Refusal.of("The table \"" + table + "\" cannot be changed so: " + Failures.message(failure) + ".");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a database in memory cannot be closed", e);
        }
    }
}
