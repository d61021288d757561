package dev.retort.internal.fold;

import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** The one space of names that tables, views, sequences, composite types and indexes share. */
final class RelationNames {

    private final WorkingSchema schema;

    RelationNames(WorkingSchema schema) {
        this.schema = schema;
    }

    /** The table, view, sequence, composite type or index of the name, where there is one. */
    Optional<ObjectName> find(QualifiedName name) {
        Stream<ObjectName> kinds = Stream.of(
                        ObjectKind.TABLE,
                        ObjectKind.VIEW,
                        ObjectKind.VIRTUAL_TABLE,
                        ObjectKind.SEQUENCE,
                        ObjectKind.COMPOSITE_TYPE)
                .map(kind -> ObjectName.of(kind, name));
        return kinds.filter(each -> schema.find(each).isPresent())
                .findFirst()
                .or(() -> schema.indexOwner(name).map(owner -> ObjectName.of(ObjectKind.INDEX, name)));
    }

    /** @throws dev.retort.RetortException where a relation of the name is there for certain */
    void refuseTaken(QualifiedName name) {
        find(name).filter(found -> schema.isCertain(found.kind(), name)).ifPresent(found -> {
            throw FoldingRefusal.taken(found.kind().words() + " \"" + name + "\"");
        });
    }
}
