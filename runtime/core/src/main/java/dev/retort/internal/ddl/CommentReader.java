package dev.retort.internal.ddl;

import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.SetTableComment;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code COMMENT ON}. */
final class CommentReader {

    private CommentReader() {}

    /** After COMMENT. */
    static List<SqlEffect> read(Cursor cursor) {
        cursor.expect("ON");
        if (cursor.skip("COLUMN")) {
            return List.of(new SqlEffect.Changes(ofColumn(cursor)));
        }
        Optional<ObjectReference> kind = ObjectReference.next(cursor);
        if (kind.isEmpty() || kind.get() == ObjectReference.FOREIGN_TABLE) {
            return List.of();
        }
        List<ObjectName> names = kind.get().name(cursor);
        String comment = comment(cursor);
        return List.of(
                kind.get() == ObjectReference.TABLE
                        ? new SqlEffect.Changes(new SetTableComment(names.get(0).name(), comment, null))
                        : new SqlEffect.Comments(names, comment));
    }

    private static Operation ofColumn(Cursor cursor) {
        String first = cursor.name();
        cursor.expectSymbol(".");
        String second = cursor.name();
        boolean qualified = cursor.skipSymbol(".");
        QualifiedName table =
                qualified ? new QualifiedName(first, second) : cursor.path().resolve(first);
        String column = qualified ? cursor.name() : second;
        ColumnChange to = new ColumnChange(null, null, null, null, new Change<>(comment(cursor)), null);
        return new AlterColumn(table, column, to, ColumnChange.NONE);
    }

    /** An empty one takes it away, too. */
    private static @Nullable String comment(Cursor cursor) {
        cursor.expect("IS");
        String comment = cursor.skip("NULL") ? "" : cursor.string();
        cursor.end();
        return comment.isEmpty() ? null : comment;
    }
}
