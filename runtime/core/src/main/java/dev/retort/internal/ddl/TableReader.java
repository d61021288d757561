package dev.retort.internal.ddl;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.RowSecurity;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE TABLE}. */
final class TableReader {

    private final Cursor cursor;
    private final List<DefinedColumn> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private List<QualifiedName> inherits = List.of();
    private boolean strict;
    private boolean withoutRowid;
    private @Nullable String partitionBy;
    private Table.@Nullable PartitionOf partitionOf;
    private @Nullable String onCommit;
    private @Nullable String tablespace;

    private TableReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** After CREATE TABLE. */
    static List<SqlEffect> create(Cursor cursor, boolean temporary, boolean unlogged) {
        boolean ifNotExists = cursor.skip("IF", "NOT", "EXISTS");
        QualifiedName name = cursor.qualified();
        cursor.about(ObjectName.of(ObjectKind.TABLE, name));
        TableReader reader = new TableReader(cursor);
        if (cursor.skip("PARTITION", "OF")) {
            reader.partitionOf();
        } else {
            reader.elements(cursor.brackets());
        }
        while (!cursor.done()) {
            reader.clause();
            cursor.skipSymbol(",");
        }
        Table.Options options = reader.options(temporary, unlogged);
        return List.of(cursor.grammar()
                .created(new DefinedTable(name, reader.columns, reader.constraints, options, ifNotExists)));
    }

    private Table.Options options(boolean temporary, boolean unlogged) {
        return new Table.Options(
                strict,
                withoutRowid,
                temporary,
                unlogged,
                onCommit,
                partitionBy,
                partitionOf,
                inherits,
                StorageReader.of(parameters, tablespace),
                RowSecurity.DISABLED);
    }

    private void elements(Cursor body) {
        for (Cursor element : body.parts()) {
            if (ConstraintDefinition.isNext(element)) {
                // SQLite asks for no comma between constraints.
                while (!element.done()) {
                    constraints.add(ConstraintDefinition.ofTable(element));
                }
            } else {
                Cursor.check(!element.is("LIKE"));
                columns.add(ColumnDefinition.read(element));
            }
        }
    }

    private void partitionOf() {
        QualifiedName parent = cursor.qualified();
        if (cursor.isSymbol("(")) {
            elements(cursor.brackets());
            // A column has no type there.
            Cursor.check(columns.isEmpty());
        }
        partitionOf = new Table.PartitionOf(parent, PartitionBound.read(cursor));
    }

    private void clause() {
        if (cursor.skip("STRICT")) {
            strict = true;
        } else if (cursor.skip("WITHOUT", "ROWID")) {
            withoutRowid = true;
        } else if (cursor.skip("INHERITS")) {
            inherits = cursor.brackets().parts().stream().map(Cursor::qualified).toList();
        } else if (cursor.skip("PARTITION", "BY")) {
            partitionBy = cursor.word() + " (" + ConstraintDefinition.condition(cursor) + ")";
        } else if (cursor.is("WITH")) {
            Map<String, Object> read = StorageReader.parameters(cursor);
            Cursor.check(!read.isEmpty());
            parameters.putAll(read);
        } else if (cursor.skip("TABLESPACE")) {
            tablespace = cursor.name();
        } else if (cursor.skip("ON", "COMMIT")) {
            onCommit = onCommit();
        } else {
            Cursor.check(cursor.skip("WITHOUT", "OIDS") || cursor.skip("USING", "heap"));
        }
    }

    private @Nullable String onCommit() {
        if (cursor.skip("DROP")) {
            return "DROP";
        } else if (cursor.skip("DELETE", "ROWS")) {
            return "DELETE ROWS";
        }
        cursor.expect("PRESERVE", "ROWS");
        return null;
    }
}
