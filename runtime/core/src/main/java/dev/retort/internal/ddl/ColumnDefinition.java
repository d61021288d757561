package dev.retort.internal.ddl;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Generated;
import dev.retort.internal.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the definition of a column: its name, its type, and what is said of it in any order. */
final class ColumnDefinition {

    /** The words by which something new begins after a type or a default. */
    private static final Set<String> CLAUSES = Set.of(
            "CONSTRAINT",
            "NOT",
            "NULL",
            "DEFAULT",
            "PRIMARY",
            "UNIQUE",
            "CHECK",
            "REFERENCES",
            "COLLATE",
            "GENERATED",
            "AS",
            "STORAGE",
            "COMPRESSION",
            "USING",
            "DEFERRABLE",
            "INITIALLY",
            "OPTIONS",
            "AUTOINCREMENT");

    private final Cursor cursor;
    private final List<Constraint> constraints = new ArrayList<>();
    private Column column;

    private ColumnDefinition(Cursor cursor, Column column) {
        this.cursor = cursor;
        this.column = column;
    }

    /** All that is left is the definition. */
    static DefinedColumn read(Cursor cursor) {
        String name = cursor.name();
        String written = typeText(cursor);
        ColumnDefinition reader =
                new ColumnDefinition(cursor, Column.of(name, cursor.grammar().type(written)));
        while (!cursor.done()) {
            reader.clause();
        }
        return cursor.grammar().column(new DefinedColumn(reader.column, written, reader.constraints));
    }

    static ColumnType type(Cursor cursor) {
        String written = typeText(cursor);
        Cursor.check(!written.isEmpty());
        return cursor.grammar().type(written);
    }

    private static String typeText(Cursor cursor) {
        return cursor.done() || beginsClause(cursor)
                ? ""
                : cursor.until(ColumnDefinition::beginsClause).rest();
    }

    private static boolean beginsClause(Cursor cursor) {
        // IS NOT DISTINCT FROM is an operator.
        return cursor.isAny(CLAUSES) && !cursor.before().isWord("IS");
    }

    private void clause() {
        String name = cursor.skip("CONSTRAINT") ? cursor.name() : null;
        Constraint constraint = ConstraintDefinition.ofColumn(cursor, name, column.name());
        if (constraint != null) {
            constraints.add(constraint);
            column = column.withAutoincrement(column.autoincrement() || cursor.skip("AUTOINCREMENT"));
        } else if (cursor.skip("NOT", "NULL")) {
            column = column.withNullable(false).withOnConflict(ConstraintDefinition.onConflict(cursor));
            cursor.skip("NO", "INHERIT");
        } else if (cursor.skip("DEFAULT")) {
            column = column.withDefault(Literals.defaultValue(defaultText(cursor)));
        } else if (cursor.skip("COLLATE")) {
            column = column.withCollation(collation(cursor));
        } else if (cursor.is("GENERATED") || cursor.is("AS")) {
            generated();
        } else if (cursor.skip("STORAGE")) {
            column = column.withToast(cursor.word(), column.compression());
        } else if (cursor.skip("COMPRESSION")) {
            column = column.withToast(column.storage(), cursor.name());
        } else {
            Cursor.check(cursor.skip("NULL"));
        }
    }

    /** After DEFAULT, up to what is said next. */
    static Cursor defaultText(Cursor cursor) {
        return cursor.until(ColumnDefinition::beginsClause);
    }

    /** Without the schema of the collations that every database has. */
    static String collation(Cursor cursor) {
        boolean qualified = cursor.peek(1).isSymbol(".");
        String first = cursor.name();
        if (qualified) {
            cursor.expectSymbol(".");
            Cursor.check(first.equals("pg_catalog"));
            return cursor.name();
        }
        return first;
    }

    private void generated() {
        boolean always = cursor.skip("GENERATED", "ALWAYS");
        boolean byDefault = !always && cursor.skip("GENERATED", "BY", "DEFAULT");
        cursor.expect("AS");
        if (cursor.skip("IDENTITY")) {
            Cursor.check(always || byDefault);
            column = column.withIdentity(identity(cursor, always));
        } else {
            Cursor.check(!byDefault);
            String expression = ConstraintDefinition.condition(cursor);
            boolean stored = cursor.skip("STORED");
            cursor.skip("VIRTUAL");
            column = column.withGenerated(new Generated(expression, stored));
        }
    }

    /** After IDENTITY. */
    static Identity identity(Cursor cursor, boolean always) {
        if (!cursor.isSymbol("(")) {
            return new Identity(always, null, null);
        }
        Cursor inner = cursor.brackets();
        SequenceDefinition.Read options = SequenceDefinition.options(inner);
        Cursor.check(inner.done() && options.fitsIdentity());
        return options.identity(always);
    }
}
