package dev.retort.internal.ddl;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Storage;
import dev.retort.internal.schema.UnderlyingIndex;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the constraints of tables and columns. */
final class ConstraintDefinition {

    private static final Set<String> OF_TABLES =
            Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "EXCLUDE");

    private ConstraintDefinition() {}

    /** Whether a constraint is next, and not a column. */
    static boolean isNext(Cursor cursor) {
        boolean exclusion = cursor.peek(1).isWord("USING") || cursor.peek(1).isSymbol("(");
        return cursor.isAny(OF_TABLES) && (!cursor.is("EXCLUDE") || exclusion);
    }

    /** A constraint that is not part of a column's definition. */
    static Constraint ofTable(Cursor cursor) {
        String name = cursor.skip("CONSTRAINT") ? cursor.name() : null;
        if (cursor.skip("EXCLUDE")) {
            return ExclusionReader.read(cursor, name);
        } else if (cursor.skip("CHECK")) {
            return check(cursor, name);
        } else if (cursor.skip("FOREIGN", "KEY")) {
            List<String> columns = cursor.names();
            cursor.expect("REFERENCES");
            return foreignKey(cursor, name, columns);
        } else if (cursor.skip("PRIMARY", "KEY")) {
            return key(cursor, name, null, true);
        }
        cursor.expect("UNIQUE");
        return key(cursor, name, null, false);
    }

    /** A constraint of the column, where one is next; null otherwise. */
    static @Nullable Constraint ofColumn(Cursor cursor, @Nullable String name, String column) {
        if (cursor.skip("CHECK")) {
            return check(cursor, name);
        } else if (cursor.skip("REFERENCES")) {
            return foreignKey(cursor, name, List.of(column));
        } else if (cursor.skip("PRIMARY", "KEY")) {
            // INTEGER PRIMARY KEY DESC is no alias of the rowid, by an old mistake of SQLite's.
            cursor.skip("ASC");
            return key(cursor, name, List.of(column), true);
        } else if (cursor.skip("UNIQUE")) {
            return key(cursor, name, List.of(column), false);
        }
        return null;
    }

    static Constraint.Check check(Cursor cursor, @Nullable String name) {
        String condition = condition(cursor);
        ConstraintTail tail = ConstraintTail.read(cursor);
        Cursor.check(tail.deferral() == Deferral.NOT_DEFERRABLE);
        // SQLite takes it, and does nothing with it.
        onConflict(cursor);
        return new Constraint.Check(name, condition, tail.notValid(), tail.noInherit(), tail.notEnforced());
    }

    /** What is in brackets. */
    static String condition(Cursor cursor) {
        Cursor inner = cursor.brackets();
        Cursor.check(!inner.done());
        return inner.rest();
    }

    /** @param own null where its columns are named in brackets */
    private static Constraint key(Cursor cursor, @Nullable String name, @Nullable List<String> own, boolean primary) {
        boolean notDistinct = !primary && nullsNotDistinct(cursor);
        List<String> columns = List.of();
        UnderlyingIndex index;
        if (own == null && cursor.skip("USING", "INDEX")) {
            index = new UnderlyingIndex(List.of(), cursor.name(), null);
        } else {
            columns = own == null ? columns(cursor) : own;
            index = index(cursor);
        }
        String onConflict = onConflict(cursor);
        ConstraintTail tail = ConstraintTail.read(cursor);
        Cursor.check(!tail.notValid() && !tail.noInherit() && !tail.notEnforced());
        return primary
                ? new Constraint.PrimaryKey(name, columns, tail.deferral(), onConflict, index)
                : new Constraint.Unique(name, columns, tail.deferral(), notDistinct, onConflict, index);
    }

    /** The names in brackets; SQLite takes an order and a collation after each. */
    private static List<String> columns(Cursor cursor) {
        return cursor.brackets().parts().stream()
                .map(part -> {
                    String column = part.name();
                    if (part.skip("COLLATE")) {
                        part.name();
                    }
                    Cursor.check(part.skip("ASC") || part.skip("DESC") || part.done());
                    part.end();
                    return column;
                })
                .toList();
    }

    static boolean nullsNotDistinct(Cursor cursor) {
        boolean not = cursor.skip("NULLS", "NOT", "DISTINCT");
        return not || (cursor.skip("NULLS", "DISTINCT") && not);
    }

    static @Nullable UnderlyingIndex index(Cursor cursor) {
        List<String> include = cursor.skip("INCLUDE") ? cursor.names() : List.of();
        Storage storage = StorageReader.read(cursor, "USING", "INDEX");
        return include.isEmpty() && storage == null ? null : new UnderlyingIndex(include, null, storage);
    }

    /** What SQLite is to do with a row; null where nothing, or what it does anyway, is said. */
    static @Nullable String onConflict(Cursor cursor) {
        String action = cursor.skip("ON", "CONFLICT") ? cursor.word() : "ABORT";
        return action.equals("ABORT") ? null : action;
    }

    /** After REFERENCES. */
    private static Constraint.ForeignKey foreignKey(Cursor cursor, @Nullable String name, List<String> columns) {
        QualifiedName table = cursor.qualified();
        List<String> referenced = cursor.isSymbol("(") ? cursor.names() : List.of();
        String match = null;
        String onDelete = null;
        String onUpdate = null;
        List<String> set = List.of();
        while (true) {
            if (cursor.skip("MATCH")) {
                String word = cursor.word();
                match = word.equals("SIMPLE") ? null : word;
            } else if (cursor.skip("ON", "DELETE")) {
                onDelete = action(cursor);
                set = cursor.isSymbol("(") ? cursor.names() : List.of();
            } else if (cursor.skip("ON", "UPDATE")) {
                onUpdate = action(cursor);
            } else {
                break;
            }
        }
        ConstraintTail tail = ConstraintTail.read(cursor);
        Cursor.check(!tail.noInherit());
        return new Constraint.ForeignKey(
                name,
                columns,
                table,
                referenced,
                onDelete,
                onUpdate,
                match,
                tail.deferral(),
                tail.notValid(),
                set,
                tail.notEnforced());
    }

    /** SQL's default action is no action. */
    private static @Nullable String action(Cursor cursor) {
        if (cursor.skip("NO", "ACTION")) {
            return null;
        } else if (cursor.skip("SET", "NULL")) {
            return "SET NULL";
        } else if (cursor.skip("SET", "DEFAULT")) {
            return "SET DEFAULT";
        } else if (cursor.skip("CASCADE")) {
            return "CASCADE";
        }
        cursor.expect("RESTRICT");
        return "RESTRICT";
    }
}
