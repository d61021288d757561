package dev.retort.internal.ddl;

import dev.retort.internal.operation.CreateView;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE VIEW}. */
final class ViewDefinition {

    private ViewDefinition() {}

    /** After CREATE VIEW. */
    static List<SqlEffect> create(Cursor cursor, boolean replace, boolean temporary, boolean materialized) {
        boolean ifNotExists = cursor.skip("IF", "NOT", "EXISTS");
        QualifiedName name = cursor.qualified();
        cursor.about(ObjectName.of(ObjectKind.VIEW, name));
        List<String> columns = cursor.isSymbol("(") ? cursor.names() : List.of();
        if (materialized && cursor.skip("USING")) {
            Cursor.check(cursor.name().equals("heap"));
        }
        SortedMap<String, String> storage = new TreeMap<>();
        StorageReader.parameters(cursor).forEach((option, value) -> storage.put(option, String.valueOf(value)));
        String checkOption = storage.remove(View.Options.CHECK_OPTION);
        cursor.expect("AS");
        Cursor query = cursor;
        boolean withData = true;
        if (materialized && cursor.endsWith("WITH", "NO", "DATA")) {
            query = cursor.withoutLast(3);
            withData = false;
        } else if (materialized && cursor.endsWith("WITH", "DATA")) {
            query = cursor.withoutLast(2);
        } else if (!materialized && cursor.endsWith("WITH", "CHECK", "OPTION")) {
            query = cursor.withoutLast(3);
            checkOption = "CASCADED";
        } else if (!materialized && isChecked(cursor)) {
            query = cursor.withoutLast(4);
            checkOption = cursor.endsWith("LOCAL", "CHECK", "OPTION") ? "LOCAL" : "CASCADED";
        }
        View.Options options = new View.Options(materialized, temporary, upper(checkOption), storage);
        View view = new View(name, columns, query.whole(), options);
        return List.of(
                replace
                        ? new SqlEffect.Creates(view, true, ifNotExists)
                        : new SqlEffect.Changes(new CreateView(view, false, ifNotExists, withData)));
    }

    private static boolean isChecked(Cursor cursor) {
        return cursor.endsWith("WITH", "LOCAL", "CHECK", "OPTION")
                || cursor.endsWith("WITH", "CASCADED", "CHECK", "OPTION");
    }

    private static @Nullable String upper(@Nullable String word) {
        return word == null ? null : word.toUpperCase(Locale.ROOT);
    }
}
