package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Identity;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements that need more than one line to make: {@code CREATE TABLE}, and the changes of a column. */
final class TableStatements {

    private TableStatements() {}

    static List<SqlStatement> create(CreateTable operation) {
        Table table = operation.table();
        List<SqlStatement> statements = new ArrayList<>(List.of(table(operation)));
        table.indexes().stream()
                .map(index -> Indexes.create(new CreateIndex(index, false, false)))
                .forEach(statements::add);
        statements.addAll(comments(table));
        return operation.ifNotExists() && statements.size() > 1
                ? List.of(unlessThere(operation, statements))
                : List.copyOf(statements);
    }

    /** What belongs to the table is nobody's business where another one of that name is. */
    private static SqlStatement unlessThere(CreateTable operation, List<SqlStatement> statements) {
        String all = statements.stream()
                .map(statement -> AuthorsSql.part("This", statement.sql()) + ";\n")
                .collect(Collectors.joining());
        Table table = operation.table();
        String schema = table.name().schema();
        String place = schema != null
                ? Values.quoted(Identifiers.quote(schema))
                : table.options().temporary() ? "'pg_temp'" : "quote_ident(current_schema())";
        String name = place + " || "
                + Values.quoted("." + Identifiers.quote(table.name().name()));
        return SqlStatement.of(
                Blocks.of("\nBEGIN\nIF to_regclass(" + name + ") IS NULL THEN\n" + all + "END IF;\nEND\n"));
    }

    private static SqlStatement table(CreateTable operation) {
        Table table = operation.table();
        Stream<String> columns = table.columns().stream().map(Columns::definition);
        Stream<String> constraints = table.constraints().stream().map(Constraints::ofTable);
        String body =
                Stream.concat(columns, constraints).map(line -> "\n    " + line).collect(Collectors.joining(","));
        String brackets = " (" + body + (body.isEmpty() ? ")" : "\n)");
        Table.PartitionOf partition = table.options().partitionOf();
        return SqlStatement.of("CREATE " + kind(table) + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                + Identifiers.quote(table.name())
                + (partition == null ? brackets : partition(partition, body.isEmpty() ? "" : brackets))
                + tail(table.options()));
    }

    private static List<SqlStatement> comments(Table table) {
        List<SqlStatement> statements = new ArrayList<>();
        if (table.comment() != null) {
            statements.add(tableComment(table.name(), table.comment()));
        }
        for (Column column : table.columns()) {
            if (column.comment() != null) {
                statements.add(columnComment(table.name(), column.name(), column.comment()));
            }
        }
        return List.copyOf(statements);
    }

    private static String partition(Table.PartitionOf partition, String constraints) {
        return " PARTITION OF " + Identifiers.quote(partition.table()) + constraints + " "
                + forValues(partition.forValues());
    }

    /** The default partition takes what no other does. */
    static String forValues(String forValues) {
        return forValues.strip().equalsIgnoreCase("DEFAULT") ? "DEFAULT" : "FOR VALUES " + forValues;
    }

    /** In the order that the grammar asks for. */
    private static String tail(Table.Options options) {
        List<String> parents =
                options.inherits().stream().map(Identifiers::quote).toList();
        return (parents.isEmpty() ? "" : " INHERITS (" + String.join(", ", parents) + ")")
                + (options.partitionBy() == null ? "" : " PARTITION BY " + options.partitionBy())
                + StorageClauses.with(options.storage())
                + (options.onCommit() == null ? "" : " ON COMMIT " + options.onCommit())
                + StorageClauses.tablespace(options.storage());
    }

    private static String kind(Table table) {
        Table.Options options = table.options();
        if (options.strict() || options.withoutRowid()) {
            throw Refusal.lacks(
                    options.strict() ? Capability.STRICT_TABLES : Capability.TABLES_WITHOUT_ROWID,
                    "Take the option away.");
        } else if (options.temporary() && options.unlogged()) {
            throw Refusal.of(
                    "Table \"" + table.name() + "\" is both temporary and unlogged; a temporary table is never logged.",
                    "Take unlogged away.");
        }
        return options.temporary() ? "TEMPORARY TABLE " : options.unlogged() ? "UNLOGGED TABLE " : "TABLE ";
    }

    /**
     * In Alembic's order: the default is converted with the type, and the old name holds to the end. A default that comes
     * with the type has another one's place, which might not be convertible. A column that is numbered is an integer
     * that cannot be empty and has no default, so that its identity goes before all of this, and comes after it.
     */
    static List<SqlStatement> alterColumn(AlterColumn operation) {
        ColumnChange to = operation.to();
        checkUsing(operation);
        String column =
                Clauses.alterTable(operation.table()) + "ALTER COLUMN " + Identifiers.quote(operation.column()) + " ";
        List<SqlStatement> statements = new ArrayList<>();
        Identity identity = to.identity() == null ? null : to.identity().to();
        if (to.identity() != null && identity == null) {
            statements.add(SqlStatement.of(column + "DROP IDENTITY"));
        }
        Change<DefaultValue> defaultValue = to.defaultValue();
        boolean replaced = to.type() != null && defaultValue != null;
        if (replaced) {
            statements.add(SqlStatement.of(column + "DROP DEFAULT"));
        }
        if (to.type() != null) {
            statements.add(TypeChange.of(operation, to.type()));
        }
        if (to.nullable() != null) {
            statements.add(SqlStatement.of(column + (to.nullable() ? "DROP NOT NULL" : "SET NOT NULL")));
        }
        if (defaultValue != null && !(replaced && defaultValue.to() == null)) {
            statements.add(SqlStatement.of(column
                    + (defaultValue.to() == null ? "DROP DEFAULT" : "SET DEFAULT " + Columns.sql(defaultValue.to()))));
        }
        if (identity != null) {
            Change<Identity> from = operation.from().identity();
            statements.add(SqlStatement.of(column + Identities.change(identity, from == null ? null : from.to())));
            if (from == null || from.to() == null) {
                statements.add(Numbering.after(operation.table(), List.of(operation.column())));
            }
        }
        if (to.comment() != null) {
            statements.add(columnComment(
                    operation.table(), operation.column(), to.comment().to()));
        }
        if (to.newName() != null) {
            statements.add(SqlStatement.of(Clauses.alterTable(operation.table()) + "RENAME COLUMN "
                    + Identifiers.quote(operation.column()) + " TO " + Identifiers.quote(to.newName())));
        }
        return List.copyOf(statements);
    }

    private static void checkUsing(AlterColumn operation) {
        if (operation.to().using() != null && operation.to().type() == null) {
            throw Refusal.of(
                    "Column \"" + operation.column() + "\" of \"" + operation.table()
                            + "\" has using: but no new type: to convert to.",
                    "Give type: as well.");
        }
    }

    static SqlStatement tableComment(QualifiedName table, @Nullable String comment) {
        return SqlStatement.of("COMMENT ON TABLE " + Identifiers.quote(table) + " IS " + Values.literal(comment));
    }

    static SqlStatement columnComment(QualifiedName table, String column, @Nullable String comment) {
        return SqlStatement.of("COMMENT ON COLUMN " + Identifiers.quote(table) + "." + Identifiers.quote(column)
                + " IS " + Values.literal(comment));
    }
}
