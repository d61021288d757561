package dev.retort.internal.dialect.sqlite;

import dev.retort.RetortException;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.script.Row;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Objects;

/** The default of a column whose type changes: a new row is to get a value of the new type. */
final class DefaultConversion {

    private final Catalog catalog;
    private final String table;
    private final ColumnText column;

    DefaultConversion(ShadowSchema scratch, String table, ColumnText column) {
        this.catalog = scratch.catalog();
        this.table = table;
        this.column = column;
    }

    /** @return what follows {@code DEFAULT} */
    String to(ColumnType type, Clause clause) {
        List<SqlToken> tokens = clause.tokens().subList(1, clause.tokens().size());
        String value = column.text().substring(tokens.get(0).start(), clause.end());
        ColumnType from = TableValue.type(column);
        if (!Conversions.needed(from, type)) {
            return value;
        }
        Conversion.Place place = new Conversion.Place(table, "'The default'", column.name());
        String converted = Conversion.of(value, from, type, place, false);
        boolean constant = tokens.stream()
                .allMatch(token -> token.kind() == SqlToken.Kind.STRING
                        || token.kind() == SqlToken.Kind.NUMBER
                        || token.isSymbol("-")
                        || token.isSymbol("+")
                        || token.isWord("TRUE")
                        || token.isWord("FALSE")
                        || token.isWord("NULL"));
        Row row = row(
                "SELECT quote(" + converted + ") AS literal, " + converted + " IS " + value + " AS same", value, type);
        if (Long.valueOf(1).equals(row.get("same"))) {
            return value;
        } else if (!constant) {
            throw unfit(value, type);
        }
        return Objects.requireNonNull(row.string("literal"));
    }

    private Row row(String sql, String value, ColumnType type) {
        try {
            return catalog.query(sql).get(0);
        } catch (Queries.Failed e) {
            throw unfit(value, type);
        }
    }

    private RetortException unfit(String value, ColumnType type) {
        return Refusal.of(
                "The default " + value + " of the column \"" + column.name() + "\" of the table \"" + table
                        + "\" is no value of the type " + Conversions.name(type) + ".",
                "Give it a new one together with the type: default:, null where there is to be none.");
    }
}
