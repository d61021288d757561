package dev.retort.internal.difference;

import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Extension;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Sequence;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where databases differ in what leads from a schema to another. Each dialect has its own. */
public interface DifferenceRules {

    FoldingRules folding();

    /** The same rules where the names of another schema are unqualified. */
    default DifferenceRules at(String newHome) {
        return this;
    }

    /** Whether the rows of a table can be looked at apart from a change, while others use it. */
    boolean checksApart();

    /** The value as SQL text. */
    String literal(Object value);

    /**
     * SQL that computes the value of the new type out of a column's; null where the database converts it by itself.
     *
     * @param column its name
     */
    @Nullable
    String using(String column, ColumnType from, ColumnType to);

    /** Whether the language has no words for the table, so that {@link #create} has to create it, without its indexes. */
    boolean isUnspoken(Table table);

    /** Creates an object that the language has no operation for: a domain, a composite type, a policy, a virtual table. */
    List<Operation> create(SchemaObject object);

    /** Drops such an object. */
    List<Operation> drop(SchemaObject object);

    /** Changes such an object in place; empty where only dropping and creating it will do. */
    List<Operation> change(SchemaObject from, SchemaObject to);

    /** Enables or disables a trigger as it says; every trigger is created enabled. */
    List<Operation> firing(Trigger trigger);

    /**
     * Leads back to the version that an extension had, as far as that is possible; where it is not, that is said when it runs.
     *
     * @return empty where the operation is no update of it
     */
    default List<Operation> updateBack(Operation operation, Extension before) {
        return List.of();
    }

    /** Moves a sequence to where it may be with other limits, so that it goes on; empty where it need not. */
    default List<Operation> moved(Sequence from, Sequence to) {
        return List.of();
    }

    /**
     * Sets the comment of anything but a table and a column.
     *
     * @param schema in which the object is
     */
    List<Operation> comment(ObjectName object, @Nullable String comment, Schema schema);

    /**
     * Changes what {@code alterColumn} has no word for: how values are kept.
     *
     * @return empty where nothing of this differs
     */
    List<Operation> columnOptions(QualifiedName table, Column from, Column to);

    /** Drops a column of a table alone, so that those that inherit from it keep it; empty where no table does. */
    default List<Operation> dropOnly(QualifiedName table, String column) {
        return List.of();
    }

    /** The column without those options that not every version of the database knows where a column is created. */
    Column created(Column column);

    /** Changes the options of a table in place, those that can be; {@link #unreachable} names the others. */
    List<Operation> options(Table from, Table to);

    /** What of the options of a table differs and cannot be changed in place, as sentences. */
    List<String> unreachable(Table from, Table to);
}
