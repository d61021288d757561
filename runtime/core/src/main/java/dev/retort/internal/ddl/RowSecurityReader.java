package dev.retort.internal.ddl;

import dev.retort.internal.schema.QualifiedName;

/** Reads {@code ENABLE ROW LEVEL SECURITY} and its three sisters. */
final class RowSecurityReader {

    private RowSecurityReader() {}

    static boolean isNext(Cursor action) {
        return action.is("ENABLE", "ROW")
                || action.is("DISABLE", "ROW")
                || action.is("FORCE", "ROW")
                || action.is("NO", "FORCE", "ROW");
    }

    static SqlEffect read(Cursor action, QualifiedName table) {
        boolean forced = action.is("FORCE");
        boolean notForced = action.skip("NO");
        boolean on = forced || action.is("ENABLE");
        action.next();
        action.expect("ROW", "LEVEL", "SECURITY");
        return new SqlEffect.SetsRowSecurity(table, forced || notForced, on);
    }
}
