package dev.retort.internal.ddl;

import dev.retort.internal.operation.AlterSequence;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.CreateSequence;
import dev.retort.internal.operation.SequenceOptions;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Identity;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is said of sequences, and of those of identity columns. */
final class SequenceDefinition {

    private SequenceDefinition() {}

    /** After CREATE SEQUENCE. */
    static List<SqlEffect> create(Cursor cursor, boolean temporary, boolean unlogged) {
        boolean ifNotExists = cursor.skip("IF", "NOT", "EXISTS");
        QualifiedName name = cursor.qualified();
        cursor.about(ObjectName.of(ObjectKind.SEQUENCE, name));
        Cursor.check(!unlogged);
        Read read = options(cursor);
        cursor.end();
        Cursor.check(read.restart == null);
        return List.of(new SqlEffect.Changes(new CreateSequence(name, read.options(), temporary, ifNotExists)));
    }

    /** After ALTER SEQUENCE and its name. */
    static List<SqlEffect> alter(Cursor cursor, QualifiedName name, boolean ifExists) {
        Read read = options(cursor);
        cursor.end();
        return List.of(new SqlEffect.Changes(
                new AlterSequence(name, read.options(), read.restart, SequenceOptions.NONE), ifExists));
    }

    static Read options(Cursor cursor) {
        Read read = new Read();
        while (!cursor.done()) {
            read.option(cursor);
        }
        return read;
    }

    /** The options while they are read. */
    static final class Read {
        private @Nullable ColumnType type;
        private @Nullable Long start;
        private @Nullable Long increment;
        private @Nullable Change<Long> min;
        private @Nullable Change<Long> max;
        private @Nullable Long cache;
        private @Nullable Boolean cycle;
        private @Nullable Change<SequenceOptions.Owner> owner;
        private @Nullable Change<Long> restart;

        private void option(Cursor cursor) {
            if (cursor.skip("AS")) {
                type = cursor.grammar().type(cursor.next().text());
            } else if (cursor.skip("INCREMENT")) {
                cursor.skip("BY");
                increment = cursor.number();
            } else if (cursor.skip("START")) {
                cursor.skip("WITH");
                start = cursor.number();
            } else if (cursor.skip("MINVALUE")) {
                min = new Change<>(cursor.number());
            } else if (cursor.skip("NO", "MINVALUE")) {
                min = new Change<>(null);
            } else if (cursor.skip("MAXVALUE")) {
                max = new Change<>(cursor.number());
            } else if (cursor.skip("NO", "MAXVALUE")) {
                max = new Change<>(null);
            } else if (cursor.skip("CACHE")) {
                cache = cursor.number();
            } else if (cursor.skip("CYCLE")) {
                cycle = true;
            } else if (cursor.skip("NO", "CYCLE")) {
                cycle = false;
            } else {
                lesser(cursor);
            }
        }

        private void lesser(Cursor cursor) {
            if (cursor.skip("RESTART")) {
                boolean number =
                        cursor.skip("WITH") || (!cursor.done() && cursor.peek(0).kind() != Kind.WORD);
                restart = new Change<>(number ? cursor.number() : null);
            } else {
                cursor.expect("OWNED", "BY");
                owner = new Change<>(cursor.skip("NONE") ? null : owner(cursor));
            }
        }

        private static SequenceOptions.Owner owner(Cursor cursor) {
            String first = cursor.name();
            cursor.expectSymbol(".");
            String second = cursor.name();
            return cursor.skipSymbol(".")
                    ? new SequenceOptions.Owner(new QualifiedName(first, second), cursor.name())
                    : new SequenceOptions.Owner(cursor.path().resolve(first), second);
        }

        private SequenceOptions options() {
            return new SequenceOptions(type, start, increment, min, max, cache, cycle, owner);
        }

        /** Whether an identity column can have all of it. */
        boolean fitsIdentity() {
            return type == null && owner == null && restart == null;
        }

        Identity identity(boolean always) {
            return new Identity(
                    always,
                    start,
                    increment,
                    min == null ? null : min.to(),
                    max == null ? null : max.to(),
                    cache,
                    Boolean.TRUE.equals(cycle));
        }
    }
}
