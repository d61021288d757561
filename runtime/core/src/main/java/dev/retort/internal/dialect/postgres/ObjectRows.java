package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.CompositeType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Domain;
import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.Extension;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Namespace;
import dev.retort.internal.schema.Policy;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Sequence;
import dev.retort.internal.schema.View;
import dev.retort.internal.script.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of the catalog, as what they are besides tables, routines and triggers. */
final class ObjectRows {

    private ObjectRows() {}

    static SchemaObject namespaceOrExtension(Row row) {
        String name = Rows.text(row, "name");
        return Rows.text(row, "kind").equals("schema")
                ? new Namespace(name)
                : new Extension(name, row.string("schema"), row.string("version"));
    }

    /** @param attributes those of a composite type */
    static SchemaObject type(Row row, List<Column> attributes) {
        QualifiedName name = Rows.name(row, "schema", "name");
        return switch (Rows.text(row, "kind")) {
            case "e" -> new EnumType(name, Rows.texts(row, "labels"));
            case "d" -> domain(name, row);
            default ->
                new CompositeType(
                        name,
                        attributes.stream()
                                .map(each -> new CompositeType.Attribute(each.name(), each.type(), each.collation()))
                                .toList());
        };
    }

    private static Domain domain(QualifiedName name, Row row) {
        String expression = row.string("expression");
        List<String> names = Rows.texts(row, "checks");
        List<String> conditions = Rows.texts(row, "conditions");
        List<String> validated = Rows.texts(row, "validated");
        List<Constraint.Check> checks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String condition = Brackets.stripped(conditions.get(i));
            checks.add(new Constraint.Check(names.get(i), condition, !Boolean.parseBoolean(validated.get(i))));
        }
        checks.sort(Constraint.ORDER);
        return new Domain(
                name,
                ColumnRows.type(row),
                !Rows.truth(row, "not_null"),
                expression == null ? null : new DefaultValue.Expression(expression),
                row.string("collation"),
                checks);
    }

    static Sequence sequence(Row row) {
        return new Sequence(
                Rows.name(row, "schema", "name"),
                Types.parse(Rows.text(row, "type"), null),
                Rows.number(row, "start"),
                Rows.number(row, "increment"),
                Rows.number(row, "lowest"),
                Rows.number(row, "highest"),
                Rows.number(row, "cache"),
                Rows.truth(row, "cycle"),
                owner(row));
    }

    private static Sequence.@Nullable Owner owner(Row row) {
        return row.string("owner") == null
                ? null
                : new Sequence.Owner(Rows.name(row, "owner_schema", "owner"), Rows.text(row, "owner_column"));
    }

    /** The server names the columns in the query itself, so a list of them adds nothing. */
    static View view(Row row, List<Index> indexes) {
        SortedMap<String, String> options = new TreeMap<>();
        for (String option : Rows.texts(row, "parameters")) {
            int equals = option.indexOf('=');
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        String check = options.remove(View.Options.CHECK_OPTION);
        return new View(
                Rows.name(row, "schema", "name"),
                List.of(),
                Rows.text(row, "query").strip().replaceFirst(";$", ""),
                new View.Options(
                        Rows.truth(row, "materialized"),
                        false,
                        check == null ? null : check.toUpperCase(Locale.ROOT),
                        options),
                indexes);
    }

    static Policy policy(Row row) {
        return new Policy(
                Rows.text(row, "name"),
                Rows.name(row, "schema", "table"),
                Rows.truth(row, "permissive"),
                switch (Rows.text(row, "command")) {
                    case "r" -> "SELECT";
                    case "a" -> "INSERT";
                    case "w" -> "UPDATE";
                    case "d" -> "DELETE";
                    default -> "ALL";
                },
                Rows.texts(row, "roles").stream().sorted().toList(),
                Brackets.strippedOrNull(row.string("using")),
                Brackets.strippedOrNull(row.string("check")));
    }
}
