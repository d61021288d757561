package dev.retort.internal.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What authors who know other tools write, and how it is written here. */
final class OtherTools {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("string", "varchar(200) or text"),
            Map.entry("String", "varchar(200) or text"),
            Map.entry("Text", "text"),
            Map.entry("Unicode", "varchar(200) or text"),
            Map.entry("int", "integer"),
            Map.entry("Integer", "integer"),
            Map.entry("long", "bigint"),
            Map.entry("Long", "bigint"),
            Map.entry("BigInteger", "bigint"),
            Map.entry("short", "smallint"),
            Map.entry("SmallInteger", "smallint"),
            Map.entry("boolean", "bool"),
            Map.entry("Boolean", "bool"),
            Map.entry("float", "real or doublePrecision"),
            Map.entry("Float", "real or doublePrecision"),
            Map.entry("double", "doublePrecision"),
            Map.entry("decimal", "numeric(12, 2)"),
            Map.entry("Numeric", "numeric(12, 2)"),
            Map.entry("BigDecimal", "numeric(12, 2)"),
            Map.entry("datetime", "timestamp"),
            Map.entry("DateTime", "timestamp, or timestamp(timezone: true)"),
            Map.entry("timestamptz", "timestamp(timezone: true)"),
            Map.entry("LargeBinary", "bytes"),
            Map.entry("bytea", "bytes"),
            Map.entry("blob", "bytes"),
            Map.entry("UUID", "uuid"),
            Map.entry("JSON", "json"),
            Map.entry("JSONB", "jsonb"),
            Map.entry("Enum", "enumeration('name', ['a', 'b'])"),
            Map.entry("ARRAY", "array(text)"),
            Map.entry("serial", "integer with identity: true"),
            Map.entry("bigserial", "bigint with identity: true"));

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("name", "newColumnName"),
            Map.entry("newName", "newColumnName"),
            Map.entry("notNull", "nullable"),
            Map.entry("required", "nullable"),
            Map.entry("serverDefault", "default"),
            Map.entry("existingServerDefault", "existingDefault"),
            Map.entry("defaultValue", "default"),
            Map.entry("ondelete", "onDelete"),
            Map.entry("onupdate", "onUpdate"),
            Map.entry("method", "using"),
            Map.entry("autoincrement", "identity"),
            Map.entry("primary", "primaryKey"),
            Map.entry("foreignKey", "references"));

    private static final Set<String> POSITIONAL = Set.of("tableName", "columnName", "constraintName", "indexName");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("op", "Operations are written without it: addColumn 'table', 'column', text."),
            Map.entry("sa", "Types are written without it, text or varchar(200), and SQL as sql('…')."),
            Map.entry("postgresql", "Types are written without it: uuid, jsonb, array(text)."),
            Map.entry(
                    "batch_op",
                    "Changes are written without it: batchAlterTable('table') { addColumn 'column', text }."),
            Map.entry(
                    "batchOp",
                    "Changes are written without it: batchAlterTable('table') { addColumn 'column', text }."),
            Map.entry("pass", "A closure that does nothing is empty: downgrade { }."),
            Map.entry("Column", "Write column 'name', type inside createTable, and addColumn 'table', 'name', type."),
            Map.entry("ForeignKey", "Write references: 'table.column' as an option of the column."),
            Map.entry("ForeignKeyConstraint", "Write foreignKey 'column', references: 'table.column'."),
            Map.entry("PrimaryKeyConstraint", "Write primaryKey 'column'."),
            Map.entry("UniqueConstraint", "Write unique 'column'."),
            Map.entry("CheckConstraint", "Write check 'condition', name: 'ck_table_what'."),
            Map.entry("Index", "Write index 'column'."),
            Map.entry("Identity", "Write identity: true as an option of the column."),
            Map.entry("Computed", "Write generated: 'expression' as an option of the column."),
            Map.entry("executemany", "Write execute 'INSERT … VALUES (:a)', [[a: 1], [a: 2]], or bulkInsert."),
            Map.entry("executeMany", "Write execute 'INSERT … VALUES (:a)', [[a: 1], [a: 2]], or bulkInsert."),
            Map.entry("get_bind", "There is no connection to ask for: write execute and query."),
            Map.entry("getBind", "There is no connection to ask for: write execute and query."),
            Map.entry("get_context", "Write dialect for the name of the database, and execute and query."),
            Map.entry("getContext", "Write dialect for the name of the database, and execute and query."),
            Map.entry("bind", "There is no connection to ask for: write execute and query."),
            Map.entry("inspect", "Ask the catalog with query('SELECT …')."),
            Map.entry("get_columns", "Ask the catalog with query('SELECT …')."),
            Map.entry("func", "Write SQL as such: sql('now()')."),
            Map.entry("autocommit_block", "Write autocommit { … }."),
            Map.entry("down_revision", "Write downRevision 'id', and nothing for a base."),
            Map.entry("branch_labels", "Write branchLabels 'name', and nothing where there is none."),
            Map.entry("depends_on", "Write dependsOn 'id', and nothing where there is none."),
            Map.entry("log", "Leave it out; the runner shows each operation as it applies it."),
            Map.entry("logger", "Leave it out; the runner shows each operation as it applies it."));

    private static final Pattern DIALECT = Pattern.compile("^(?:postgresql|sqlite|mysql)_");
    private static final Pattern SNAKE = Pattern.compile("_(\\w)");

    private OtherTools() {}

    static Optional<String> type(String word) {
        return Optional.ofNullable(TYPES.get(word));
    }

    /** A word that does not exist here, whatever it is used for. */
    static Optional<Sentence> word(String word) {
        return Optional.ofNullable(WORDS.get(word))
                .map(hint -> Sentence.of("\"" + word + "\" is not known here.", hint));
    }

    /** @param options there are */
    static Optional<String> option(String option, Set<String> options) {
        String camel = camel(DIALECT.matcher(option).replaceFirst("")).replaceAll("_$", "");
        String here = options.contains(camel) ? camel : OPTIONS.getOrDefault(camel, camel);
        if (POSITIONAL.contains(camel)) {
            return Optional.of("It is written first, and without a name.");
        }
        return options.contains(here) && !here.equals(option) ? Optional.of("Write " + here + ":.") : Optional.empty();
    }

    /** {@code create_table} as it is written here. */
    static String camel(String word) {
        return SNAKE.matcher(word).replaceAll(OtherTools::capital);
    }

    private static String capital(MatchResult match) {
        return Matcher.quoteReplacement(match.group(1).toUpperCase(Locale.ROOT));
    }
}
