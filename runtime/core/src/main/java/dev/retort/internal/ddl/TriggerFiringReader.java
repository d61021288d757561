package dev.retort.internal.ddl;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Trigger.Firing;

/** Reads {@code ENABLE TRIGGER}, {@code ENABLE REPLICA TRIGGER}, {@code ENABLE ALWAYS TRIGGER} and {@code DISABLE TRIGGER}. */
final class TriggerFiringReader {

    private TriggerFiringReader() {}

    static boolean isNext(Cursor action) {
        return action.is("ENABLE", "TRIGGER")
                || action.is("ENABLE", "REPLICA", "TRIGGER")
                || action.is("ENABLE", "ALWAYS", "TRIGGER")
                || action.is("DISABLE", "TRIGGER");
    }

    static SqlEffect read(Cursor action, QualifiedName table) {
        Firing firing = action.skip("DISABLE") ? Firing.DISABLED : enabled(action);
        action.expect("TRIGGER");
        boolean all = action.skip("ALL") || action.skip("USER");
        return new SqlEffect.SetsFiring(table, all ? null : action.name(), firing);
    }

    private static Firing enabled(Cursor action) {
        action.expect("ENABLE");
        return action.skip("REPLICA") ? Firing.REPLICA : action.skip("ALWAYS") ? Firing.ALWAYS : Firing.ORIGIN;
    }
}
