package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Capability;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Identifiers: written as SQL, and read from it. Letter case of ASCII does not tell two of them apart. */
final class Names {

    static final SqlSyntax SYNTAX = new SqlSyntax(false, false, false, true, false, true);

    /** What SQLite itself calls the database of the file, other than the one of temporary objects. */
    static final String MAIN = "main";

    /** Goes before a table's name while the table is rebuilt. */
    static final String NEW_TABLE = "_retort_new_";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** https://sqlite.org/lang_keywords.html; all of them, although SQLite forgives most. */
    private static final Set<String> KEYWORDS = Set.of(
            ("ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE BEGIN BETWEEN BY "
                            + "CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE CROSS CURRENT "
                            + "CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE DEFERRED DELETE "
                            + "DESC DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE EXCLUSIVE EXISTS EXPLAIN "
                            + "FAIL FALSE FILTER FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB GROUP GROUPS HAVING "
                            + "IF IGNORE IMMEDIATE IN INDEX INDEXED INITIALLY INNER INSERT INSTEAD INTERSECT INTO IS ISNULL "
                            + "JOIN KEY LAST LEFT LIKE LIMIT MATCH MATERIALIZED NATURAL NO NOT NOTHING NOTNULL NULL NULLS "
                            + "OF OFFSET ON OR ORDER OTHERS OUTER OVER PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RAISE "
                            + "RANGE RECURSIVE REFERENCES REGEXP REINDEX RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT "
                            + "ROLLBACK ROW ROWS SAVEPOINT SELECT SET TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION TRIGGER "
                            + "TRUE UNBOUNDED UNION UNIQUE UPDATE USING VACUUM VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH "
                            + "WITHIN WITHOUT")
                    .split(" "));

    private Names() {}

    static String quote(String identifier) {
        if (identifier.indexOf('\0') >= 0) {
            throw Refusal.of("The name \"" + identifier.replace('\0', '?') + "\" holds a NUL character.");
        }
        return PLAIN.matcher(identifier).matches() && !KEYWORDS.contains(identifier.toUpperCase(Locale.ROOT))
                ? identifier
                : "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    /** The name as SQL; with a schema only where that says that no temporary object is meant. */
    static String quote(QualifiedName name) {
        return MAIN.equals(name.schema()) ? MAIN + "." + quote(name.name()) : quote(unqualified(name));
    }

    static String quoted(Collection<String> identifiers) {
        return identifiers.stream().map(Names::quote).collect(Collectors.joining(", "));
    }

    /** A table of the database itself may be named with its schema, which says that no temporary one is meant. */
    static void refuseSchema(QualifiedName name) {
        if (!MAIN.equals(name.schema())) {
            unqualified(name);
        }
    }

    static String unqualified(QualifiedName name) {
        if (name.schema() != null) {
            throw Refusal.lacks(
                    Capability.SCHEMAS,
                    "Write \"" + name.name() + "\" instead of \"" + name + "\"; attached databases are not migrated.");
        }
        return name.name();
    }

    /** The identifier that is meant; SQLite takes a string for one, too, where only a name can stand. */
    static String read(SqlToken token) {
        if (token.kind() == Kind.STRING) {
            return token.text().substring(1, token.text().length() - 1).replace("''", "'");
        }
        return token.identifier();
    }

    static String key(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }

    static boolean same(String left, String right) {
        return left.equalsIgnoreCase(right);
    }

    /** The tokens that say something. */
    static List<SqlToken> tokens(String sql) {
        return SqlLexer.tokens(sql, SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .toList();
    }
}
