package dev.retort.internal.ddl.sqlite;

import dev.retort.internal.ddl.DefinedColumn;
import dev.retort.internal.ddl.DefinedTable;
import dev.retort.internal.ddl.Grammar;
import dev.retort.internal.ddl.SqlEffect;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Table;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

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
        Column plain = column.isNullByDefault() ? column.column().withDefault(null) : withDefault(column.column());
        return new DefinedColumn(plain, column.written(), column.constraints());
    }

    private Column withDefault(Column column) {
        if (column.defaultValue() instanceof DefaultValue.Expression expression) {
            return column.withDefault(new DefaultValue.Expression(unbracketed(expression.sql())));
        }
        return column.type() == ColumnType.Simple.BOOL ? withBoolean(column) : column;
    }

    /** An expression is always in brackets, which are not part of it. */
    private String unbracketed(String sql) {
        List<SqlToken> tokens = SqlLexer.tokens(sql, syntax);
        boolean opens = tokens.get(0).isSymbol("(");
        return opens ? sql.substring(1, sql.length() - 1).strip() : sql;
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
        List<String> key = table.key();
        boolean withoutRowid = table.options().withoutRowid();
        Predicate<DefinedColumn> rowid = column -> key.size() == 1
                && isIn(key, column)
                && !withoutRowid
                && column.written().equalsIgnoreCase("INTEGER");
        Table whole = table.table(column -> rowid.test(column) || (withoutRowid && isIn(key, column)));
        boolean nullable = !withoutRowid
                && table.columns().stream()
                        .anyMatch(column -> isIn(key, column) && column.column().nullable() && !rowid.test(column));
        return nullable
                ? new SqlEffect.Creates(whole, false, table.ifNotExists())
                : new SqlEffect.Changes(new CreateTable(whole, table.ifNotExists()));
    }

    private static boolean isIn(List<String> key, DefinedColumn column) {
        return key.stream().anyMatch(column.column().name()::equalsIgnoreCase);
    }

    @Override
    public Optional<String> indexName(String table, List<Index.Element> elements) {
        return Optional.empty();
    }
}
