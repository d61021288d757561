package dev.retort.internal.fold;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.View;
import java.util.Optional;
import java.util.function.Function;

/** What becomes of views when what they read changes. Where their text does not reveal it, they are uncertain. */
final class ViewFollowing {

    private final WorkingSchema schema;
    private final Dependents dependents;

    ViewFollowing(WorkingSchema schema) {
        this.schema = schema;
        this.dependents = new Dependents(schema);
    }

    /** The table or view gets another name. */
    void renamed(QualifiedName old, QualifiedName renamed) {
        each(old, view -> new ViewQuery(schema, view.query()).withTable(old, renamed));
    }

    /** A column of the table gets another name; the table has its old columns still. */
    void columnRenamed(Table table, String old, String newName) {
        columnsChange(table);
        for (View view : schema.all(View.class)) {
            boolean reads = dependents.reads(view.query(), table.name()) && schema.names.mentions(view.query(), old);
            if (reads) {
                follow(view, new ViewQuery(schema, view.query()).withColumn(old, newName));
                if (!schema.rules.viewsKeepColumns()) {
                    dependents.views(view.name()).forEach(each -> schema.doubt(each.objectName()));
                }
            }
        }
    }

    /** Before the table gets other columns: a star goes on to mean those that were there. */
    void columnsChange(Table table) {
        if (schema.rules.viewsKeepColumns()) {
            each(
                    table.name(),
                    view -> new ViewQuery(schema, view.query())
                            .withoutStar(table.columns().stream()
                                    .map(column -> column.name())
                                    .toList()));
        }
    }

    private void each(QualifiedName relation, Function<View, Optional<String>> followed) {
        for (View view : schema.all(View.class)) {
            if (dependents.reads(view.query(), relation)) {
                follow(view, followed.apply(view));
            }
        }
    }

    private void follow(View view, Optional<String> query) {
        if (query.isEmpty()) {
            schema.doubt(view.objectName());
        } else if (schema.isCertain(view.objectName())) {
            schema.put(view.withQuery(query.get()));
        }
    }
}
