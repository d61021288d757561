package dev.retort.internal.ddl;

import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Identity;
import dev.retort.internal.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what {@code ALTER COLUMN} does to one column. */
final class AlterColumnReader {

    private AlterColumnReader() {}

    /** Empty where a schema does not hold what is changed. */
    static Optional<Operation> read(Cursor action, QualifiedName table) {
        String column = action.name();
        return change(action).map(to -> new AlterColumn(table, column, to, ColumnChange.NONE));
    }

    private static Optional<ColumnChange> change(Cursor action) {
        if (action.skip("TYPE") || action.skip("SET", "DATA", "TYPE")) {
            return Optional.of(type(action));
        } else if (action.skip("SET", "NOT", "NULL")) {
            return Optional.of(nullable(false));
        } else if (action.skip("DROP", "NOT", "NULL")) {
            return Optional.of(nullable(true));
        } else if (action.skip("SET", "DEFAULT")) {
            return Optional.of(defaultValue(Literals.defaultOrNone(action)));
        } else if (action.skip("DROP", "DEFAULT")) {
            return Optional.of(defaultValue(null));
        } else if (action.skip("ADD", "GENERATED")) {
            boolean always = action.skip("ALWAYS");
            Cursor.check(always || action.skip("BY", "DEFAULT"));
            action.expect("AS", "IDENTITY");
            return Optional.of(identity(ColumnDefinition.identity(action, always)));
        } else if (action.skip("DROP", "IDENTITY")) {
            action.skip("IF", "EXISTS");
            return Optional.of(identity(null));
        }
        boolean parameters =
                (action.is("SET") || action.is("RESET")) && action.peek(1).isSymbol("(");
        Cursor.check(parameters || action.is("SET", "STATISTICS") || action.is("RESTART"));
        action.skipRest();
        return Optional.empty();
    }

    private static ColumnChange type(Cursor action) {
        ColumnType type = ColumnDefinition.type(action);
        Change<String> collation = action.skip("COLLATE") ? new Change<>(ColumnDefinition.collation(action)) : null;
        String using = action.skip("USING") ? action.rest() : null;
        return new ColumnChange(null, type, null, null, null, using, collation, null);
    }

    private static ColumnChange nullable(boolean nullable) {
        return new ColumnChange(null, null, nullable, null, null, null);
    }

    private static ColumnChange defaultValue(@Nullable DefaultValue value) {
        return new ColumnChange(null, null, null, new Change<>(value), null, null);
    }

    private static ColumnChange identity(@Nullable Identity identity) {
        return new ColumnChange(null, null, null, null, null, null, null, new Change<>(identity));
    }
}
