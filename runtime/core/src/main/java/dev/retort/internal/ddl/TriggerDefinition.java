package dev.retort.internal.ddl;

import dev.retort.internal.operation.CreateTrigger;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.Trigger.Event;
import dev.retort.internal.schema.Trigger.Timing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE TRIGGER}, with a function to call or with statements of its own. */
final class TriggerDefinition {

    private TriggerDefinition() {}

    /** After CREATE TRIGGER. */
    static List<SqlEffect> create(Cursor cursor, boolean replace, boolean constraint) {
        boolean ifNotExists = cursor.skip("IF", "NOT", "EXISTS");
        // A schema before its name is SQLite's; the trigger is where its table is.
        QualifiedName name = cursor.unresolved();
        Timing timing = timing(cursor);
        List<String> columns = new ArrayList<>();
        List<Event> events = events(cursor, columns);
        cursor.expect("ON");
        QualifiedName found = cursor.qualified();
        QualifiedName table = name.schema() == null ? found : new QualifiedName(name.schema(), found.name());
        cursor.about(new ObjectName(ObjectKind.TRIGGER, table, name.name()));
        Deferral deferral = deferral(cursor, constraint);
        String referencing = cursor.skip("REFERENCING")
                ? cursor.until(TriggerDefinition::afterReferencing).rest()
                : null;
        boolean row = forEachRow(cursor);
        String when = cursor.skip("WHEN") ? when(cursor) : null;
        Trigger.Options options = new Trigger.Options(deferral, referencing);
        Trigger.Call call = null;
        String body = null;
        if (cursor.skip("BEGIN")) {
            Cursor.check(cursor.endsWith("END"));
            body = cursor.withoutLast(1).whole();
            row = true;
        } else {
            call = call(cursor);
            cursor.end();
        }
        Trigger trigger = new Trigger(name.name(), table, timing, events, columns, row, when, call, body, options);
        return List.of(new SqlEffect.Changes(new CreateTrigger(trigger, replace, ifNotExists)));
    }

    /** SQLite's default is to act before. */
    private static Timing timing(Cursor cursor) {
        if (cursor.skip("AFTER")) {
            return Timing.AFTER;
        } else if (cursor.skip("INSTEAD", "OF")) {
            return Timing.INSTEAD_OF;
        }
        cursor.skip("BEFORE");
        return Timing.BEFORE;
    }

    private static List<Event> events(Cursor cursor, List<String> columns) {
        List<Event> events = new ArrayList<>();
        do {
            if (cursor.skip("UPDATE")) {
                events.add(Event.UPDATE);
                if (cursor.skip("OF")) {
                    cursor.until(each -> each.is("ON") || each.is("OR"))
                            .parts()
                            .forEach(column -> columns.add(column.onlyName()));
                }
            } else if (cursor.skip("INSERT")) {
                events.add(Event.INSERT);
            } else if (cursor.skip("DELETE")) {
                events.add(Event.DELETE);
            } else {
                cursor.expect("TRUNCATE");
                events.add(Event.TRUNCATE);
            }
        } while (cursor.skip("OR"));
        return events;
    }

    private static @Nullable Deferral deferral(Cursor cursor, boolean constraint) {
        // FROM another table is not part of a schema's trigger.
        Cursor.check(!cursor.is("FROM"));
        Deferral deferral = ConstraintTail.read(cursor).deferral();
        return constraint ? deferral : null;
    }

    private static boolean afterReferencing(Cursor cursor) {
        return cursor.is("FOR") || cursor.is("WHEN") || cursor.is("EXECUTE");
    }

    private static boolean forEachRow(Cursor cursor) {
        if (!cursor.skip("FOR")) {
            return false;
        }
        cursor.skip("EACH");
        boolean row = cursor.skip("ROW");
        Cursor.check(row || cursor.skip("STATEMENT"));
        return row;
    }

    /** SQLite asks for no brackets. */
    private static String when(Cursor cursor) {
        Cursor condition = cursor.until(each -> each.is("BEGIN") || each.is("EXECUTE"));
        Cursor inner = Literals.unbracketed(condition);
        return inner.rest();
    }

    private static Trigger.Call call(Cursor cursor) {
        cursor.expect("EXECUTE");
        Cursor.check(cursor.skip("FUNCTION") || cursor.skip("PROCEDURE"));
        QualifiedName function = cursor.qualified();
        return new Trigger.Call(function, cursor.brackets().rest());
    }
}
