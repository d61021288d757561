package dev.retort.internal.dialect.h2

import dev.retort.RetortException
import dev.retort.internal.dialect.Capability
import dev.retort.internal.dialect.RowSql
import dev.retort.internal.dialect.SqlStatement
import dev.retort.internal.operation.AddColumn
import dev.retort.internal.operation.AddConstraint
import dev.retort.internal.operation.AddEnumValue
import dev.retort.internal.operation.AlterColumn
import dev.retort.internal.operation.AttachPartition
import dev.retort.internal.operation.BatchAlterTable
import dev.retort.internal.operation.CheckInverse
import dev.retort.internal.operation.CreateEnum
import dev.retort.internal.operation.CreateIndex
import dev.retort.internal.operation.CreateTable
import dev.retort.internal.operation.DeleteRows
import dev.retort.internal.operation.DetachPartition
import dev.retort.internal.operation.DropColumn
import dev.retort.internal.operation.DropConstraint
import dev.retort.internal.operation.DropEnum
import dev.retort.internal.operation.DropEnumValue
import dev.retort.internal.operation.DropIndex
import dev.retort.internal.operation.DropTable
import dev.retort.internal.operation.InsertRows
import dev.retort.internal.operation.ObjectOperation
import dev.retort.internal.operation.Operation
import dev.retort.internal.operation.RenameConstraint
import dev.retort.internal.operation.RenameEnum
import dev.retort.internal.operation.RenameEnumValue
import dev.retort.internal.operation.RenameIndex
import dev.retort.internal.operation.RenameTable
import dev.retort.internal.operation.ReorderEnumValues
import dev.retort.internal.operation.SetTableComment
import dev.retort.internal.operation.UpdateRows
import dev.retort.internal.operation.ValidateConstraint
import dev.retort.internal.operation.Work
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.DefaultValue
import dev.retort.internal.schema.Index
import dev.retort.internal.schema.Table
import groovy.transform.CompileStatic
import java.util.stream.Collectors

/** What each operation is on H2, as far as this dialect goes. */
@CompileStatic
final class H2Statements implements Operation.Visitor<List<SqlStatement>> {

    private final H2Spelling spelling

    H2Statements(H2Spelling spelling) {
        this.spelling = spelling
    }

    @Override
    List<SqlStatement> createTable(CreateTable operation) {
        Table table = operation.table()
        List<String> parts = new ArrayList<>()
        table.columns().forEach(each -> parts.add(column(each)))
        table.constraints().forEach(each -> parts.add(constraint(each)))
        List<SqlStatement> statements = new ArrayList<>()
        statements.add(SqlStatement.of("CREATE TABLE " + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + spelling.quote(table.name()) + " (" + String.join(", ", parts) + ")"))
        table.indexes().forEach(each -> statements.add(index(each, operation.ifNotExists())))
        return statements
    }

    @Override
    List<SqlStatement> dropTable(DropTable operation) {
        return one("DROP TABLE " + (operation.ifExists() ? "IF EXISTS " : "") + spelling.quote(operation.table()))
    }

    @Override
    List<SqlStatement> addColumn(AddColumn operation) {
        List<SqlStatement> statements = new ArrayList<>()
        statements.add(SqlStatement.of(
                "ALTER TABLE " + spelling.quote(operation.table()) + " ADD COLUMN " + column(operation.column())))
        if (!operation.constraints().isEmpty()) {
            throw Unspelled.refusal("constraints of a column that is added")
        }
        if (operation.index() != null) {
            statements.add(index(operation.index(), false))
        }
        return statements
    }

    @Override
    List<SqlStatement> dropColumn(DropColumn operation) {
        return one("ALTER TABLE " + spelling.quote(operation.table()) + " DROP COLUMN " + spelling.quote(operation.column()))
    }

    @Override
    List<SqlStatement> createIndex(CreateIndex operation) {
        return List.of(index(operation.index(), operation.ifNotExists()))
    }

    @Override
    List<SqlStatement> dropIndex(DropIndex operation) {
        return one("DROP INDEX " + (operation.ifExists() ? "IF EXISTS " : "") + spelling.quote(operation.index()))
    }

    @Override
    List<SqlStatement> insertRows(InsertRows operation) {
        return new RowSql(spelling).insert(operation)
    }

    @Override
    List<SqlStatement> updateRows(UpdateRows operation) {
        return List.of(new RowSql(spelling).update(operation))
    }

    @Override
    List<SqlStatement> deleteRows(DeleteRows operation) {
        return List.of(new RowSql(spelling).delete(operation))
    }

    @Override
    List<SqlStatement> checkInverse(CheckInverse operation) {
        return List.of()
    }

    @Override
    List<SqlStatement> objectOperation(ObjectOperation operation) {
        return operation.accept(new H2Objects())
    }

    @Override
    List<SqlStatement> work(Work operation) {
        throw new IllegalStateException(operation.verb() + " is no change that a dialect spells")
    }

    @Override
    List<SqlStatement> renameTable(RenameTable operation) {
        throw Unspelled.refusal(operation.verb())
    }

    @Override
    List<SqlStatement> attachPartition(AttachPartition operation) {
        throw lack(Capability.PARTITIONS)
    }

    @Override
    List<SqlStatement> detachPartition(DetachPartition operation) {
        throw lack(Capability.PARTITIONS)
    }

    @Override
    List<SqlStatement> alterColumn(AlterColumn operation) {
        throw Unspelled.refusal(operation.verb())
    }

    @Override
    List<SqlStatement> renameIndex(RenameIndex operation) {
        throw Unspelled.refusal(operation.verb())
    }

    @Override
    List<SqlStatement> addConstraint(AddConstraint operation) {
        throw Unspelled.refusal(operation.verb())
    }

    @Override
    List<SqlStatement> dropConstraint(DropConstraint operation) {
        throw Unspelled.refusal(operation.verb())
    }

    @Override
    List<SqlStatement> renameConstraint(RenameConstraint operation) {
        throw Unspelled.refusal(operation.verb())
    }

    @Override
    List<SqlStatement> validateConstraint(ValidateConstraint operation) {
        throw Unspelled.refusal(operation.verb())
    }

    @Override
    List<SqlStatement> setTableComment(SetTableComment operation) {
        throw Unspelled.refusal(operation.verb())
    }

    @Override
    List<SqlStatement> createEnum(CreateEnum operation) {
        throw lack(Capability.ENUM_TYPES)
    }

    @Override
    List<SqlStatement> dropEnum(DropEnum operation) {
        throw lack(Capability.ENUM_TYPES)
    }

    @Override
    List<SqlStatement> addEnumValue(AddEnumValue operation) {
        throw lack(Capability.ENUM_TYPES)
    }

    @Override
    List<SqlStatement> renameEnum(RenameEnum operation) {
        throw lack(Capability.ENUM_TYPES)
    }

    @Override
    List<SqlStatement> reorderEnumValues(ReorderEnumValues operation) {
        throw lack(Capability.ENUM_TYPES)
    }

    @Override
    List<SqlStatement> renameEnumValue(RenameEnumValue operation) {
        throw lack(Capability.ENUM_TYPES)
    }

    @Override
    List<SqlStatement> dropEnumValue(DropEnumValue operation) {
        throw lack(Capability.ENUM_TYPES)
    }

    @Override
    List<SqlStatement> batchAlterTable(BatchAlterTable operation) {
        throw Unspelled.refusal(operation.verb())
    }

    private String column(Column column) {
        DefaultValue given = column.defaultValue()
        return spelling.quote(column.name()) + " " + type(column.type()) +
                (column.identity() == null ? "" : " GENERATED BY DEFAULT AS IDENTITY") +
                (given == null ? "" : " DEFAULT " + value(given)) +
                (column.nullable() ? "" : " NOT NULL")
    }

    private String value(DefaultValue given) {
        return given instanceof DefaultValue.Expression
                ? given.sql()
                : spelling.literal(((DefaultValue.Literal) given).value())
    }

    private static String type(ColumnType type) {
        if (type instanceof ColumnType.Varchar text) {
            return text.length() == null ? "varchar" : "varchar(" + text.length() + ")"
        } else if (type instanceof ColumnType.Timestamp time) {
            return time.timezone() ? "timestamp with time zone" : "timestamp"
        } else if (type instanceof ColumnType.Simple simple) {
            return switch (simple) {
                case TEXT -> "varchar"
                case BYTES -> "varbinary"
                case BOOL -> "boolean"
                case SMALLINT, INTEGER, BIGINT, REAL, DATE, UUID ->
                    simple.name().toLowerCase(Locale.ROOT)
                default -> throw Unspelled.refusal("the type " + simple)
            }
        } else if (type instanceof ColumnType.Array) {
            throw H2Objects.lack(Capability.ARRAYS)
        }
        throw Unspelled.refusal("the type " + type)
    }

    private String constraint(Constraint constraint) {
        String name = constraint.name() == null ? "" : "CONSTRAINT " + spelling.quote(constraint.name()) + " "
        if (constraint instanceof Constraint.PrimaryKey key) {
            return name + "PRIMARY KEY (" + list(key.columns()) + ")"
        } else if (constraint instanceof Constraint.Unique unique) {
            return name + "UNIQUE (" + list(unique.columns()) + ")"
        } else if (constraint instanceof Constraint.Exclude) {
            throw H2Objects.lack(Capability.EXCLUSION_CONSTRAINTS)
        }
        throw Unspelled.refusal("such a constraint")
    }

    private SqlStatement index(Index index, boolean ifNotExists) {
        List<String> columns = index.elements().stream()
                .map(element -> ((Index.Element.ColumnName) element).name())
                .toList()
        return SqlStatement.of("CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + (ifNotExists ? "IF NOT EXISTS " : "") + spelling.quote(index.name()) + " ON " + spelling.quote(index.table()) + " (" + list(columns) + ")")
    }

    private String list(List<String> columns) {
        return columns.stream().map(spelling::quote).collect(Collectors.joining(", "))
    }

    private static RetortException lack(Capability capability) {
        return H2Objects.lack(capability)
    }

    private static List<SqlStatement> one(String sql) {
        return List.of(SqlStatement.of(sql))
    }
}
