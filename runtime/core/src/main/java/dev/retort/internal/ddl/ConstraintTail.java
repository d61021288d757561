package dev.retort.internal.ddl;

import dev.retort.internal.schema.Deferral;

/** What may be said after every constraint, in any order. */
record ConstraintTail(Deferral deferral, boolean notValid, boolean noInherit, boolean notEnforced) {

    static ConstraintTail read(Cursor cursor) {
        boolean deferrable = false;
        boolean deferred = false;
        boolean notValid = false;
        boolean noInherit = false;
        boolean notEnforced = false;
        while (true) {
            if (cursor.skip("DEFERRABLE")) {
                deferrable = true;
            } else if (cursor.skip("INITIALLY", "DEFERRED")) {
                deferrable = true;
                deferred = true;
            } else if (cursor.skip("NOT", "VALID")) {
                notValid = true;
            } else if (cursor.skip("NO", "INHERIT")) {
                noInherit = true;
            } else if (cursor.skip("NOT", "ENFORCED")) {
                notEnforced = true;
            } else if (!cursor.skip("NOT", "DEFERRABLE")
                    && !cursor.skip("INITIALLY", "IMMEDIATE")
                    && !cursor.skip("ENFORCED")) {
                Deferral waits = deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
                return new ConstraintTail(
                        deferrable ? waits : Deferral.NOT_DEFERRABLE, notValid, noInherit, notEnforced);
            }
        }
    }
}
