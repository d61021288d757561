package dev.retort.internal.ddl.postgres;

import dev.retort.internal.ddl.DefinedColumn;
import dev.retort.internal.ddl.DefinedTable;
import dev.retort.internal.ddl.Grammar;
import dev.retort.internal.ddl.SqlEffect;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.PostgresName;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What definitions mean to PostgreSQL. */
public final class PostgresGrammar implements Grammar {

    private final SqlSyntax syntax;
    private final TypeNames types;

    /** @param types the type that the server spells so: {@code character varying(10)} */
    public PostgresGrammar(SqlSyntax syntax, Function<String, ColumnType> types) {
        this.syntax = syntax;
        this.types = new TypeNames(syntax, types);
    }

    @Override
    public SqlSyntax syntax() {
        return syntax;
    }

    @Override
    public Optional<String> name(SqlToken token) {
        return switch (token.kind()) {
            case WORD -> Optional.of(PostgresName.cut(TypeNames.lower(token.text())));
            case QUOTED_IDENTIFIER -> Optional.of(PostgresName.cut(token.identifier()));
            default -> Optional.empty();
        };
    }

    @Override
    public ColumnType type(String written) {
        return types.type(written);
    }

    @Override
    public DefinedColumn column(DefinedColumn written) {
        boolean domain = written.column().type() instanceof ColumnType.Named;
        Column column = !domain && written.isNullByDefault() ? written.column().withDefault(null) : written.column();
        boolean key = written.constraints().stream().anyMatch(Constraint.PrimaryKey.class::isInstance);
        boolean notNull = key || column.identity() != null || ColumnType.isSerial(column.type());
        return new DefinedColumn(
                notNull ? column.withNullable(false) : column, written.written(), written.constraints());
    }

    @Override
    public SqlEffect created(DefinedTable table) {
        return new SqlEffect.Changes(new CreateTable(
                table.table(column -> table.key().contains(column.column().name())), table.ifNotExists()));
    }

    /** That of the table and its columns; how expressions are called depends on their functions and types. */
    @Override
    public Optional<String> indexName(String table, List<Index.Element> elements) {
        boolean columns = elements.stream().allMatch(Index.Element.ColumnName.class::isInstance);
        return columns
                ? Optional.of(PostgresName.of(
                        table,
                        elements.stream()
                                .map(Index.Element.ColumnName.class::cast)
                                .map(Index.Element.ColumnName::name)
                                .collect(Collectors.toList()),
                        "idx"))
                : Optional.empty();
    }
}
