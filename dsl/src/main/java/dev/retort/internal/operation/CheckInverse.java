package dev.retort.internal.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses an operation that would take away more than its inverse creates again: what belongs to a column, a table or a
 * view is known to the database alone.
 *
 * @param declared names of indexes and constraints that were dropped just before, and come again by their own inverses
 */
public record CheckInverse(Operation operation, Set<String> declared) implements Operation {

    public CheckInverse {
        declared = Set.copyOf(declared);
    }

    /** What is to be checked before an operation whose inverse will be derived. */
    public static List<CheckInverse> before(Operation operation) {
        List<Operation> changes = operation instanceof BatchAlterTable batch ? batch.changes() : List.of(operation);
        List<CheckInverse> checks = new ArrayList<>();
        Set<String> dropped = new TreeSet<>();
        for (Operation change : changes) {
            if (change instanceof DropIndex index) {
                dropped.add(index.index().name());
            } else if (change instanceof DropConstraint constraint) {
                dropped.add(constraint.constraint());
            } else if (takesMore(change)) {
                checks.add(new CheckInverse(change, dropped));
            }
        }
        return checks;
    }

    private static boolean takesMore(Operation change) {
        return change instanceof DropColumn
                || change instanceof DropTable
                || change instanceof DropView
                || change instanceof AlterColumn alter && alter.to().type() != null;
    }

    @Override
    public Inverse inverse() {
        return Inverse.nothing();
    }

    @Override
    public String verb() {
        return operation.verb();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.checkInverse(this);
    }
}
