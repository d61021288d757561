package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.RowSecurity;
import dev.retort.internal.schema.Storage;
import dev.retort.internal.schema.Table;
import dev.retort.internal.script.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the catalog's tables and indexes: what both are besides what they are of. */
final class TableRows {

    private TableRows() {}

    static Table.Options options(Row row) {
        List<String> schemas = Rows.texts(row, "parent_schemas");
        List<String> names = Rows.texts(row, "parents");
        List<QualifiedName> parents = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parents.add(new QualifiedName(schemas.get(i).isEmpty() ? null : schemas.get(i), names.get(i)));
        }
        String bound = row.string("partition_bound");
        Table.PartitionOf partition = bound == null || parents.isEmpty()
                ? null
                : new Table.PartitionOf(parents.get(0), bound.replaceFirst("^FOR VALUES ", ""));
        return new Table.Options(
                false,
                false,
                false,
                Rows.truth(row, "unlogged"),
                null,
                row.string("partition_by"),
                partition,
                partition == null ? parents : List.of(),
                storage(row),
                rowSecurity(row));
    }

    private static RowSecurity rowSecurity(Row row) {
        if (!Rows.truth(row, "row_security")) {
            return RowSecurity.DISABLED;
        }
        return Rows.truth(row, "forced") ? RowSecurity.FORCED : RowSecurity.ENABLED;
    }

    /** Parameters are kept as texts; numbers and truths are what they were written as. */
    static @Nullable Storage storage(Row row) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters(parameters, "", Rows.texts(row, "parameters"));
        parameters(parameters, "toast.", Rows.texts(row, "toast_parameters"));
        String tablespace = row.string("tablespace");
        return parameters.isEmpty() && tablespace == null ? null : new Storage(parameters, tablespace);
    }

    private static void parameters(Map<String, Object> parameters, String prefix, List<String> texts) {
        for (String parameter : texts) {
            int equals = parameter.indexOf('=');
            parameters.put(prefix + parameter.substring(0, equals), plain(parameter.substring(equals + 1)));
        }
    }

    private static Object plain(String text) {
        if (text.matches("-?\\d{1,9}")) {
            return Integer.valueOf(text);
        } else if (text.matches("-?\\d+\\.\\d+")) {
            return new BigDecimal(text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }

    static Index index(Row row, QualifiedName table) {
        String method = Rows.text(row, "method");
        return new Index(
                Rows.text(row, "name"),
                table,
                elements(row),
                Rows.truth(row, "unique"),
                method.equals("btree") ? null : method,
                Rows.texts(row, "include"),
                Brackets.strippedOrNull(row.string("predicate")),
                Rows.truth(row, "nulls_not_distinct"),
                storage(row));
    }

    /** The definition takes the server long to print, so it is asked for only where an element is more than a column. */
    private static List<Index.Element> elements(Row row) {
        String definition = row.string("definition");
        if (definition != null) {
            return IndexDefinition.parse(definition).ofIndex();
        }
        List<String> names = Rows.texts(row, "names");
        List<String> directions = Rows.texts(row, "directions");
        List<Index.Element> elements = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            elements.add(new Index.Element.ColumnName(names.get(i), null, null, order(directions.get(i))));
        }
        return elements;
    }

    /** Of the bits of {@code indoption}, the first means falling, the second nulls first, which falling ones have anyway. */
    private static @Nullable String order(String bits) {
        return switch (bits) {
            case "1" -> "DESC NULLS LAST";
            case "2" -> "NULLS FIRST";
            case "3" -> "DESC";
            default -> null;
        };
    }
}
