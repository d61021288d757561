package dev.retort.internal.difference;

import dev.retort.internal.schema.Constraint;

/** Constraints that the rows there are were not compared with. */
final class NotValid {

    private NotValid() {}

    static boolean is(Constraint constraint) {
        return constraint instanceof Constraint.Check check && check.notValid()
                || constraint instanceof Constraint.ForeignKey key && key.notValid();
    }

    /** The same after it was validated. */
    static Constraint validated(Constraint constraint) {
        if (constraint instanceof Constraint.Check check) {
            return new Constraint.Check(check.name(), check.condition(), false, check.noInherit(), check.notEnforced());
        } else if (constraint instanceof Constraint.ForeignKey key) {
            return new Constraint.ForeignKey(
                    key.name(),
                    key.columns(),
                    key.referencedTable(),
                    key.referencedColumns(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.match(),
                    key.deferral(),
                    false,
                    key.onDeleteColumns(),
                    key.notEnforced());
        }
        return constraint;
    }
}
