package dev.retort.internal.difference;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Domain;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The expressions in tables and types: defaults, checks, computed columns, what indexes are over. */
record Expressions(Schema schema) {

    Stream<String> all() {
        Stream<String> ofTables = schema.tables().flatMap(Expressions::of);
        Stream<String> ofDomains = schema.all(Domain.class)
                .flatMap(domain -> Stream.concat(
                        Stream.of(text(domain.defaultValue())),
                        domain.checks().stream().map(Constraint.Check::condition)));
        return Stream.concat(ofTables, ofDomains).filter(Objects::nonNull);
    }

    private static Stream<String> of(Table table) {
        Stream<String> columns = table.columns().stream().flatMap(Expressions::of);
        Stream<String> checks = table.constraints().stream()
                .map(constraint -> constraint instanceof Constraint.Check check ? check.condition() : null);
        Stream<String> indexes = table.indexes().stream()
                .flatMap(index -> Stream.concat(
                        Stream.of(index.where()),
                        index.elements().stream()
                                .map(element -> element instanceof Index.Element.Expression sql ? sql.sql() : null)));
        return Stream.of(columns, checks, indexes).flatMap(each -> each);
    }

    private static Stream<String> of(Column column) {
        return Stream.of(
                text(column.defaultValue()),
                column.generated() == null ? null : column.generated().expression());
    }

    private static @Nullable String text(@Nullable DefaultValue value) {
        return value instanceof DefaultValue.Expression expression ? expression.sql() : null;
    }
}
