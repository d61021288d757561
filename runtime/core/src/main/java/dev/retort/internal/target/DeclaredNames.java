package dev.retort.internal.target;

import dev.retort.Problem;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.CreateExtension;
import dev.retort.internal.operation.CreateRoutine;
import dev.retort.internal.operation.CreateSchema;
import dev.retort.internal.operation.CreateSequence;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.CreateTrigger;
import dev.retort.internal.operation.CreateView;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that schema files have given so far. Not thread-safe. */
final class DeclaredNames {

    /** They share their names. */
    private static final Set<ObjectKind> RELATIONS = Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.SEQUENCE);

    private final FoldingRules rules;
    private final Map<String, List<Owner>> owners = new HashMap<>();

    private record Owner(ObjectName name, Declaration declared) {}

    DeclaredNames(FoldingRules rules) {
        this.rules = rules;
    }

    /** Gives a name to what is declared, unless something has it already: then that is a problem. */
    Optional<Problem> taken(Declaration declared) {
        Optional<ObjectName> name = name(declared.operation());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<Owner> similar =
                owners.computeIfAbsent(name.get().name().name().toLowerCase(Locale.ROOT), any -> new ArrayList<>());
        Optional<Owner> owner =
                similar.stream().filter(each -> same(each.name(), name.get())).findFirst();
        if (owner.isEmpty()) {
            similar.add(new Owner(name.get(), declared));
        }
        return owner.map(first -> problem(declared, first));
    }

    private static Problem problem(Declaration declared, Owner owner) {
        ObjectName name = owner.name();
        String kind = name.kind().words();
        String article = "aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ";
        String own = name.kind() == ObjectKind.TRIGGER
                ? part(name) + "\" of \"" + name.name()
                : name.name().toString();
        return Problem.at(
                        declared.location(),
                        "There is " + article + kind + " \"" + own + "\" already, at "
                                + owner.declared().location() + ".")
                .withHint("Choose another name, or leave one of them out.");
    }

    private boolean same(ObjectName one, ObjectName other) {
        boolean sameKind =
                one.kind() == other.kind() || RELATIONS.contains(one.kind()) && RELATIONS.contains(other.kind());
        return sameKind
                && rules.same(one.name().name(), other.name().name())
                && rules.same(schema(one), schema(other))
                && rules.same(part(one), part(other));
    }

    private String schema(ObjectName name) {
        String schema = name.name().schema();
        return schema == null ? rules.home() : schema;
    }

    private static String part(ObjectName name) {
        String part = name.part();
        return part == null ? "" : part;
    }

    /** Empty where it has none of its own, or one within a table. */
    private static Optional<ObjectName> name(Operation operation) {
        if (operation instanceof CreateTable table) {
            return Optional.of(ObjectName.of(ObjectKind.TABLE, table.table().name()));
        } else if (operation instanceof CreateView view) {
            return Optional.of(ObjectName.of(ObjectKind.VIEW, view.view().name()));
        } else if (operation instanceof CreateSequence sequence) {
            return Optional.of(ObjectName.of(ObjectKind.SEQUENCE, sequence.sequence()));
        } else if (operation instanceof CreateEnum type) {
            return Optional.of(ObjectName.of(ObjectKind.ENUM_TYPE, type.name()));
        } else if (operation instanceof CreateExtension extension) {
            return Optional.of(ObjectName.of(ObjectKind.EXTENSION, QualifiedName.of(extension.extension())));
        } else if (operation instanceof CreateSchema schema) {
            return Optional.of(ObjectName.of(ObjectKind.SCHEMA, QualifiedName.of(schema.schema())));
        } else if (operation instanceof CreateRoutine routine) {
            return Optional.of(routine.routine().objectName());
        } else if (operation instanceof CreateTrigger trigger) {
            return Optional.of(trigger.trigger().objectName());
        }
        return Optional.empty();
    }
}
