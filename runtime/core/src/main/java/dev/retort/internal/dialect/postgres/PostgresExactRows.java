package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.ExactRows;
import dev.retort.internal.schema.Table;
import java.util.List;

/** Every type has a text that leads back to the same value; a few settings decide which. */
final class PostgresExactRows implements ExactRows {

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
