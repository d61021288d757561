package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.ExactRows;
import dev.retort.internal.dialect.LastNumber;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Every type has a text that leads back to the same value; a few settings decide which. */
final class PostgresExactRows implements ExactRows {

    /** Of those that have given none, the last number is null. */
    private static final String NUMBERS = """
            SELECT s.last_value, s.increment_by, a.attname, coalesce(t.relname, s.sequencename) AS relname,
              nullif(coalesce(n.nspname, s.schemaname), current_schema()) AS place
            FROM pg_sequences s
              JOIN pg_namespace o ON o.nspname = s.schemaname
              JOIN pg_class q ON q.relnamespace = o.oid AND q.relname = s.sequencename
              LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = q.oid AND d.deptype IN ('a', 'i')
                AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
              LEFT JOIN pg_class t ON t.oid = d.refobjid
              LEFT JOIN pg_namespace n ON n.oid = t.relnamespace
              LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE s.last_value IS NOT NULL""";

    @Override
    public List<String> settings() {
        return List.of(
                "SET LOCAL TimeZone = 'UTC'",
                "SET LOCAL DateStyle = 'ISO, YMD'",
                "SET LOCAL IntervalStyle = 'postgres'",
                "SET LOCAL standard_conforming_strings = on",
                "SET LOCAL bytea_output = 'hex'",
                "SET LOCAL extra_float_digits = 3",
                "SET LOCAL lc_monetary = 'C'");
    }

    @Override
    public List<LastNumber> numbers(Statement statement) throws SQLException {
        List<LastNumber> numbers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(NUMBERS)) {
            while (rows.next()) {
                String column = rows.getString("attname");
                numbers.add(new LastNumber(
                        new QualifiedName(rows.getString("place"), rows.getString("relname")),
                        column == null ? "" : column,
                        column != null,
                        rows.getLong("last_value"),
                        rows.getLong("increment_by") > 0));
            }
        }
        return numbers;
    }

    /**
     * The blanks that fill up a {@code char(n)} are not part of its text. A row of nulls is no null, though {@code IS NULL}
     * says so.
     */
    @Override
    public String literal(String quotedColumn) {
        return "coalesce('''' || replace(" + quotedColumn + "::text, '''', '''''') || '''', 'NULL')";
    }

    @Override
    public String ownRows(Table table) {
        return (table.options().partitionBy() == null ? "ONLY " : "") + Identifiers.quote(table.name());
    }
}
