package dev.retort.internal.source;

import dev.retort.Problem;
import dev.retort.internal.operation.Change;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Generated;
import dev.retort.internal.schema.Identity;
import dev.retort.internal.script.DefaultCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what a column is, or was. */
final class ColumnWriter {

    private ColumnWriter() {}

    /**
     * The options of a column, besides those of its constraints.
     *
     * @param inKey it is, or will be, in the primary key of its table
     */
    static void options(ArgumentList arguments, Column column, boolean inKey, boolean keyOfItsOwn) {
        check(column, inKey);
        boolean serial = ColumnType.isSerial(column.type());
        boolean nullable = !inKey && column.identity() == null && !serial;
        if (column.identity() != null) {
            arguments.option("identity", identity(column.identity()));
        }
        arguments.flag("primaryKey", keyOfItsOwn).flag("autoincrement", column.autoincrement());
        if (column.nullable() != nullable || column.onConflict() != null) {
            arguments.choice("nullable", column.nullable());
        }
        if (column.defaultValue() != null) {
            arguments.option("default", defaultValue(column.defaultValue()));
        }
        generated(arguments, "generated", "stored", column.generated());
        arguments.option("collation", column.collation());
    }

    /** The options of a column that follow those of its constraints. */
    static void lastOptions(ArgumentList arguments, Column column, @Nullable String onConflict) {
        arguments
                .option("onConflict", onConflict)
                .option("storage", column.storage())
                .option("compression", column.compression())
                .option("comment", column.comment());
    }

    private static void check(Column column, boolean inKey) {
        boolean serial = ColumnType.isSerial(column.type());
        long sources = Stream.of(column.defaultValue(), column.generated(), column.identity(), serial ? column : null)
                .filter(Objects::nonNull)
                .count();
        if (sources > 1) {
            throw new OperationNotWritable(
                    "A script cannot give the column \"" + column.name() + "\" its value in two ways.");
        } else if (column.nullable() && serial) {
            throw new OperationNotWritable("A script cannot leave the column \"" + column.name()
                    + "\" nullable, which is numbered by the database.");
        } else if (column.nullable() && inKey) {
            throw new OperationNotWritable("A script cannot leave the column \"" + column.name()
                    + "\" nullable, which is in the primary key.");
        } else if (column.onConflict() != null && column.nullable()) {
            throw new OperationNotWritable(
                    "A script cannot say onConflict of the column \"" + column.name() + "\", which may be null.");
        }
        check(column.name(), column.type(), column.defaultValue());
    }

    /** Refuses a default that the language refuses. */
    static void check(String column, @Nullable ColumnType type, @Nullable DefaultValue value) {
        Optional<Problem> problem = DefaultCheck.problem(column, type, value);
        if (problem.isPresent()) {
            throw new OperationNotWritable(problem.get());
        }
    }

    /** What a column was, as {@code dropColumn} takes it. */
    static void existing(ArgumentList arguments, Column was) {
        if (was.autoincrement() || was.onConflict() != null || was.storage() != null || was.compression() != null) {
            throw new OperationNotWritable("A script cannot say of a dropped column, \"" + was.name()
                    + "\", that it had autoincrement, onConflict, storage or compression.");
        }
        arguments.option("was", TypeWords.of(was.type()));
        if (was.nullable() != (was.identity() == null)) {
            arguments.choice("existingNullable", was.nullable());
        }
        if (was.defaultValue() != null) {
            arguments.option("existingDefault", defaultValue(was.defaultValue()));
        }
        if (was.identity() != null) {
            arguments.option("existingIdentity", identity(was.identity()));
        }
        generated(arguments, "existingGenerated", "existingStored", was.generated());
        arguments.option("existingCollation", was.collation()).option("existingComment", was.comment());
    }

    private static void generated(ArgumentList arguments, String name, String stored, @Nullable Generated generated) {
        if (generated != null) {
            arguments.sql(name, generated.expression()).flag(stored, generated.stored());
        }
    }

    static Code defaultValue(DefaultValue value) {
        if (value instanceof DefaultValue.Expression expression) {
            return ValueWords.sql(expression.sql());
        }
        return ValueWords.value(((DefaultValue.Literal) value).value());
    }

    static Code identity(Identity identity) {
        if (identity.equals(new Identity(identity.always(), null, null))) {
            return Code.text(identity.always() ? "'always'" : "true");
        }
        ArgumentList options = new ArgumentList("identity")
                .flag("always", identity.always())
                .number("start", identity.start())
                .number("increment", identity.increment())
                .number("min", identity.min())
                .number("max", identity.max())
                .number("cache", identity.cache())
                .flag("cycle", identity.cycle());
        if (Objects.equals(identity.increment(), 0L)) {
            throw new OperationNotWritable("A script cannot say an identity that steps by 0.");
        }
        return Code.map(options.list());
    }

    /** What may be taken away: a new default, or none. */
    static void defaultChange(ArgumentList arguments, String name, @Nullable Change<DefaultValue> change) {
        if (change != null) {
            arguments.option(name, change.to() == null ? Code.text("null") : defaultValue(change.to()));
        }
    }

    static void identityChange(ArgumentList arguments, String name, @Nullable Change<Identity> change) {
        if (change != null) {
            arguments.option(name, change.to() == null ? Code.text("null") : identity(change.to()));
        }
    }

    static void textChange(ArgumentList arguments, String name, @Nullable Change<String> change) {
        if (change != null) {
            arguments.option(name, change.to() == null ? Code.text("null") : Code.text(GroovyText.text(change.to())));
        }
    }

    static List<Code> named(Column column) {
        List<Code> words = new ArrayList<>();
        words.add(Code.text(GroovyText.text(NameText.plain(column.name()))));
        words.add(TypeWords.of(column.type()));
        return words;
    }
}
