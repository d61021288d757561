package dev.retort.internal.dialect;

import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.schema.Constraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the constraint that a script drops where another tool has named it: one that cuts long names in another way, or
 * the only one of its kind on its columns.
 */
public final class DroppedConstraint {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.run");

    private DroppedConstraint() {}

    /** Whether it can be known by anything but its name. */
    public static boolean mayHaveAnotherName(DropConstraint operation) {
        return !operation.otherNames().isEmpty()
                || kind(operation).filter(ConstraintKind.PRIMARY_KEY::equals).isPresent()
                || !columns(operation).isEmpty();
    }

    public static Optional<ConstraintKind> kind(DropConstraint operation) {
        Constraint was = operation.was();
        return was == null ? Optional.ofNullable(operation.kind()) : Optional.of(was.accept(ConstraintKind.OF));
    }

    /**
     * The operation, with the name that the constraint has.
     *
     * @param there the constraints of the table that are of its kind: their columns, by their names
     * @param same whether two identifiers are one
     */
    public static DropConstraint in(
            Map<String, List<String>> there, DropConstraint operation, BiPredicate<String, String> same) {
        if (there.keySet().stream().anyMatch(name -> same.test(name, operation.constraint()))) {
            return operation;
        }
        Optional<String> found = there.keySet().stream()
                .filter(name -> operation.otherNames().stream().anyMatch(other -> same.test(name, other)))
                .findFirst()
                .or(() -> onlyOne(there, operation, same));
        found.ifPresent(name -> LOG.info(
                "The constraint \"{}\" of the table \"{}\" is called \"{}\" in this database; that one is dropped.",
                operation.constraint(),
                operation.table(),
                name));
        return found.map(operation::named).orElse(operation);
    }

    private static Optional<String> onlyOne(
            Map<String, List<String>> there, DropConstraint operation, BiPredicate<String, String> same) {
        List<String> wanted = columns(operation);
        boolean primary =
                kind(operation).filter(ConstraintKind.PRIMARY_KEY::equals).isPresent();
        if (wanted.isEmpty() && !primary) {
            return Optional.empty();
        }
        List<String> found = there.entrySet().stream()
                .filter(entry -> wanted.isEmpty() || same(wanted, entry.getValue(), same))
                .map(Map.Entry::getKey)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean same(List<String> wanted, List<String> columns, BiPredicate<String, String> same) {
        if (wanted.size() != columns.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!same.test(wanted.get(i), columns.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> columns(DropConstraint operation) {
        Constraint was = operation.was();
        return was == null ? List.of() : was.accept(Constraint.COLUMNS);
    }
}
