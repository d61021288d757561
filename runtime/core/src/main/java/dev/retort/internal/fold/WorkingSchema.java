package dev.retort.internal.fold;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A schema while operations change it. Names are looked up as the database compares them. */
final class WorkingSchema {

    final FoldingRules rules;
    final SqlNames names;

    private final SortedMap<ObjectName, SchemaObject> objects;
    /** The name of an object by the one that all spellings of it have in common, where that is another. */
    private final Map<ObjectName, ObjectName> spellings = new HashMap<>();

    /** The relation that has the index, or the constraint kept by an index, of a name; null until somebody asks. */
    private @Nullable Map<QualifiedName, ObjectName> indexOwners;

    private final SortedMap<ObjectName, String> comments;
    private final SortedSet<ObjectName> uncertain;
    private final Schema start;
    private boolean complete;

    WorkingSchema(Schema schema, FoldingRules rules) {
        this.rules = rules;
        this.names = new SqlNames(rules);
        this.start = schema;
        this.objects = new TreeMap<>(schema.objects());
        objects.keySet().forEach(this::spell);
        this.comments = new TreeMap<>(schema.comments());
        this.uncertain = new TreeSet<>(schema.uncertain());
        this.complete = schema.complete();
    }

    Schema schema() {
        return new Schema(objects, comments, uncertain, complete, start.leftOut());
    }

    /** The name as the value keeps it. */
    QualifiedName kept(QualifiedName name) {
        String schema = name.schema();
        return schema != null && rules.same(schema, rules.home()) ? QualifiedName.of(name.name()) : name;
    }

    /** The object, by its name as it is written in the value. */
    Optional<SchemaObject> find(ObjectName wanted) {
        ObjectName name = new ObjectName(wanted.kind(), kept(wanted.name()), wanted.part());
        SchemaObject exact = objects.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        ObjectName common = common(name);
        return Optional.ofNullable(objects.get(spellings.getOrDefault(common, common)));
    }

    /** Most names are written as all spellings of them are looked up, and a schema is taken in at each revision of a chain. */
    private void spell(ObjectName name) {
        ObjectName common = common(name);
        if (!common.equals(name)) {
            spellings.put(common, name);
        }
    }

    private ObjectName common(ObjectName name) {
        String schema = name.name().schema();
        String part = name.part();
        if (isCommon(name.name().name()) && isCommon(schema) && isCommon(part)) {
            return name;
        }
        return new ObjectName(name.kind(), common(name.name()), part == null ? null : rules.key(part));
    }

    private QualifiedName common(QualifiedName name) {
        String schema = name.schema();
        return new QualifiedName(schema == null ? null : rules.key(schema), rules.key(name.name()));
    }

    private boolean isCommon(@Nullable String part) {
        return part == null || rules.key(part).equals(part);
    }

    boolean same(ObjectName name, ObjectName other) {
        return name.kind() == other.kind() && same(name.name(), other.name()) && samePart(name.part(), other.part());
    }

    boolean same(QualifiedName name, QualifiedName other) {
        QualifiedName kept = kept(name);
        QualifiedName keptOther = kept(other);
        return rules.same(kept.name(), keptOther.name()) && samePart(kept.schema(), keptOther.schema());
    }

    private boolean samePart(@Nullable String part, @Nullable String other) {
        return part == null || other == null ? part == other : rules.same(part, other);
    }

    <T extends SchemaObject> Optional<T> find(ObjectKind kind, QualifiedName name, Class<T> type) {
        return find(ObjectName.of(kind, name)).map(type::cast);
    }

    /**
     * The table that an operation names; empty where it is uncertain.
     *
     * @throws dev.retort.RetortException where there is none for certain
     */
    Optional<Table> table(QualifiedName name) {
        Optional<Table> table = find(ObjectKind.TABLE, name, Table.class);
        if (table.isEmpty() && isCertain(ObjectKind.TABLE, name)) {
            refuseOtherRelation(name);
            throw FoldingRefusal.unknown("table \"" + name + "\"", name.name(), namesOf(ObjectKind.TABLE));
        }
        return table.filter(found -> isCertain(ObjectKind.TABLE, name));
    }

    private void refuseOtherRelation(QualifiedName name) {
        for (ObjectKind kind : List.of(ObjectKind.VIEW, ObjectKind.VIRTUAL_TABLE, ObjectKind.SEQUENCE)) {
            if (find(ObjectName.of(kind, name)).isPresent()) {
                throw FoldingRefusal.of("\"" + name + "\" is a " + kind.words() + ", not a table.", null);
            }
        }
    }

    Optional<View> view(QualifiedName name) {
        Optional<View> view = find(ObjectKind.VIEW, name, View.class);
        if (view.isEmpty() && isCertain(ObjectKind.VIEW, name)) {
            throw FoldingRefusal.unknown("view \"" + name + "\"", name.name(), namesOf(ObjectKind.VIEW));
        }
        return view.filter(found -> isCertain(ObjectKind.VIEW, name));
    }

    List<String> namesOf(ObjectKind kind) {
        return objects.keySet().stream()
                .filter(name -> name.kind() == kind)
                .map(name -> name.name().toString())
                .toList();
    }

    <T extends SchemaObject> List<T> all(Class<T> type) {
        return objects.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The table or view that has the index, or the constraint that is kept by one of that name. */
    Optional<SchemaObject> indexOwner(QualifiedName index) {
        Map<QualifiedName, ObjectName> owners = indexOwners;
        if (owners == null) {
            owners = new HashMap<>();
            for (SchemaObject object : objects.values()) {
                own(owners, object);
            }
            indexOwners = owners;
        }
        return Optional.ofNullable(owners.get(common(kept(index)))).flatMap(this::find);
    }

    private void own(Map<QualifiedName, ObjectName> owners, SchemaObject object) {
        indexNames(object).forEach(index -> owners.putIfAbsent(index, object.objectName()));
    }

    private Stream<QualifiedName> indexNames(SchemaObject object) {
        String schema = object.objectName().name().schema();
        Stream<String> names = Stream.empty();
        if (object instanceof View view) {
            names = view.indexes().stream().map(Index::name);
        } else if (object instanceof Table table) {
            names = Stream.concat(
                    table.indexes().stream().map(Index::name),
                    table.constraints().stream()
                            .filter(TableParts::hasIndex)
                            .map(Constraint::name)
                            .filter(Objects::nonNull));
        }
        return names.map(name -> common(new QualifiedName(schema, name)));
    }

    // ---- what is certain ----

    /** Whether the value knows of an object whether it is there, and what it looks like. */
    boolean isCertain(ObjectKind kind, QualifiedName name) {
        return isCertain(ObjectName.of(kind, kept(name)));
    }

    boolean isCertain(ObjectName name) {
        boolean doubtful = uncertain.stream().anyMatch(each -> same(each, name));
        return !doubtful && (complete || find(name).isPresent());
    }

    void doubt(ObjectName name) {
        uncertain.add(new ObjectName(name.kind(), kept(name.name()), name.part()));
    }

    void doubtAll() {
        complete = false;
    }

    // ---- changes ----

    /** Puts an object in the place of the one of the same name; it is certain from then on. */
    void put(SchemaObject object) {
        remove(object.objectName(), true);
        add(object instanceof Table table ? table.sorted() : object);
    }

    private void add(SchemaObject object) {
        objects.put(object.objectName(), object);
        spell(object.objectName());
        if (indexOwners != null) {
            own(indexOwners, object);
        }
    }

    /** The object of the one name gets another; its comment goes with it. */
    void rename(ObjectName old, SchemaObject renamed) {
        String comment = comments.get(key(old));
        remove(old, false);
        add(renamed);
        comment(renamed.objectName(), comment);
    }

    void remove(ObjectName name) {
        remove(name, false);
    }

    private void remove(ObjectName name, boolean keepComment) {
        ObjectName key = key(name);
        SchemaObject removed = objects.remove(key);
        if (removed != null && indexOwners != null) {
            indexNames(removed).forEach(index -> indexOwners.remove(index, key));
        }
        spellings.remove(common(key));
        uncertain.removeIf(each -> same(each, name));
        if (!keepComment) {
            comments.remove(key);
        }
    }

    private ObjectName key(ObjectName name) {
        return find(name).map(SchemaObject::objectName).orElse(name);
    }

    void comment(ObjectName name, @Nullable String comment) {
        ObjectName key = new ObjectName(name.kind(), kept(name.name()), name.part());
        if (comment == null || !rules.keepsComments()) {
            comments.remove(key);
        } else {
            comments.put(key, comment);
        }
    }

    /** The comments of a table's or a view's parts follow it to its new name, or go with it. */
    void moveComments(QualifiedName from, @Nullable QualifiedName to) {
        for (ObjectName name : List.copyOf(comments.keySet())) {
            boolean part = name.part() != null && name.kind() != ObjectKind.ROUTINE && same(name.name(), from);
            if (part) {
                String comment = comments.remove(name);
                if (to != null) {
                    comments.put(new ObjectName(name.kind(), to, name.part()), comment);
                }
            }
        }
    }

    /**
     * The comments of indexes go with them: their names are not those of their table.
     *
     * @param left what of it is there now; null where nothing is
     */
    void dropIndexComments(SchemaObject was, @Nullable SchemaObject left) {
        Set<QualifiedName> there = left == null ? Set.of() : indexNames(left).collect(Collectors.toSet());
        Set<QualifiedName> gone =
                indexNames(was).filter(name -> !there.contains(name)).collect(Collectors.toSet());
        if (!gone.isEmpty()) {
            comments.keySet().removeIf(name -> name.kind() == ObjectKind.INDEX && gone.contains(common(name.name())));
        }
    }

    /** The comment of a part that has another name now, or is gone. */
    void moveComment(ObjectName from, @Nullable ObjectName to) {
        String comment = comments.remove(from);
        if (comment != null && to != null) {
            comments.put(to, comment);
        }
    }
}
