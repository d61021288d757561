package dev.retort.internal.fold;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The columns that a table has because it is a partition of another one or inherits from it. In a {@link Schema} such a
 * table has those alone that are its own, or not as they are there.
 */
public final class InheritedColumns {

    private final Function<QualifiedName, Optional<Table>> tables;

    /** @param tables by their names */
    public InheritedColumns(Function<QualifiedName, Optional<Table>> tables) {
        this.tables = tables;
    }

    public InheritedColumns(Schema schema) {
        this(schema::table);
    }

    /** A schema in which every table has all of its columns, as the others have them. */
    public static Schema leftOut(Schema whole) {
        InheritedColumns columns = new InheritedColumns(whole);
        return whole.with(whole.tables().map(columns::leftOut).toList());
    }

    /** The table without what is in others just as it is here. */
    public Table leftOut(Table table) {
        List<Column> inherited = inherited(table);
        return inherited.isEmpty()
                ? table
                : table.withColumns(table.columns().stream()
                        .filter(column -> inherited.stream().noneMatch(each -> isSame(each, column)))
                        .toList());
    }

    /** Every column of the table, those of the others first. */
    public List<Column> of(Table table) {
        List<Column> all = new ArrayList<>(inherited(table));
        for (Column own : table.columns()) {
            int place = all.stream().map(Column::name).toList().indexOf(own.name());
            if (place < 0) {
                all.add(own);
            } else {
                all.set(place, own);
            }
        }
        return all;
    }

    /** As a table gets them when it is created: without comments, and with no numbers of their own. */
    public List<Column> inherited(Table table) {
        List<QualifiedName> parents = new ArrayList<>(table.options().inherits());
        if (table.options().partitionOf() != null) {
            parents.add(table.options().partitionOf().table());
        }
        return parents.stream()
                .flatMap(name -> tables.apply(name).stream())
                .flatMap(parent -> of(parent).stream())
                .map(column -> column.withComment(null).withIdentity(null))
                .toList();
    }

    /** A column of {@code serial} hands its type and its default on, and not that it numbers the rows. */
    private static boolean isSame(Column inherited, Column own) {
        if (inherited.type() instanceof ColumnType.Simple simple && simple.isSerial()) {
            boolean numbered = own.defaultValue() instanceof DefaultValue.Expression expression
                    && expression.sql().startsWith("nextval(");
            return numbered && inherited.equals(own.withType(inherited.type()).withDefault(inherited.defaultValue()));
        }
        return inherited.equals(own.withIdentity(null));
    }
}
