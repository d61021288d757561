package dev.retort.internal.ddl.sqlite;

import dev.retort.internal.ddl.DefinedColumn;
import dev.retort.internal.ddl.DefinedTable;
import dev.retort.internal.ddl.Grammar;
import dev.retort.internal.ddl.SqlEffect;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Table;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What definitions mean to SQLite. */
public final class SqliteGrammar implements Grammar {

    private final SqlSyntax syntax;
    private final Function<String, ColumnType> types;
    private final EnumCheck enums;

    /** @param types the type that a column declared so is of */
    public SqliteGrammar(SqlSyntax syntax, Function<String, ColumnType> types) {
        this.syntax = syntax;
        this.types = types;
        this.enums = new EnumCheck(syntax);
    }

    @Override
    public SqlSyntax syntax() {
        return syntax;
    }

    /** A string is one, too, where only a name can be. */
    @Override
    public Optional<String> name(SqlToken token) {
        return switch (token.kind()) {
            case WORD, QUOTED_IDENTIFIER -> Optional.of(token.identifier());
            case STRING ->
                Optional.of(token.text().substring(1, token.text().length() - 1).replace("''", "'"));
            default -> Optional.empty();
        };
    }

    @Override
    public ColumnType type(String written) {
        return types.apply(written);
    }

    @Override
    public DefinedColumn column(DefinedColumn written) {
        DefinedColumn column = enums.read(written);
        return column.column().type() == ColumnType.Simple.BOOL
                ? new DefinedColumn(withBoolean(column.column()), column.written(), column.constraints())
                : column;
    }

    /** In a boolean column, 1 and 0 are what the words became. */
    private static Column withBoolean(Column column) {
        if (column.defaultValue() instanceof DefaultValue.Literal literal
                && (literal.value().equals(1) || literal.value().equals(0))) {
            return column.withDefault(new DefaultValue.Literal(literal.value().equals(1)));
        }
        return column;
    }

    /**
     * An operation never creates a primary key that may hold nulls; the text of a table does, unless the key is the rowid or the
     * table has none.
     */
    @Override
    public SqlEffect created(DefinedTable table) {
        Table whole = table.table();
        List<String> key = whole.constraints().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(constraint -> constraint.accept(Constraint.COLUMNS))
                .findFirst()
                .orElse(List.of());
        boolean nullable =
                !whole.options().withoutRowid() && table.columns().stream().anyMatch(column -> mayBeNull(column, key));
        return nullable
                ? new SqlEffect.Creates(whole, false, table.ifNotExists())
                : new SqlEffect.Changes(new CreateTable(whole, table.ifNotExists()));
    }

    private static boolean mayBeNull(DefinedColumn column, List<String> key) {
        boolean inKey = key.stream().anyMatch(column.column().name()::equalsIgnoreCase);
        boolean rowid = key.size() == 1 && column.written().equalsIgnoreCase("INTEGER");
        return inKey && !rowid && column.column().nullable();
    }

    @Override
    public Optional<String> indexName(String table, List<Index.Element> elements) {
        return Optional.empty();
    }
}
