package dev.retort.internal.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a database holds besides its rows, as a value whose order does not depend on how it came about. Names in the schema
 * that a search path begins with are unqualified. Retort's own tables are not in it.
 *
 * @param objects by their names
 * @param comments of what is no table and no column; those are in {@link Table} and {@link Column}
 * @param uncertain what SQL changed in a way that its text does not reveal: an object of these names may be there or
 *     not, and look otherwise than {@code objects} says
 * @param complete false where SQL ran that may have created anything: what is not here may be in the database
 * @param leftOut what was met, and is not part of the value
 */
public record Schema(
        SortedMap<ObjectName, SchemaObject> objects,
        SortedMap<ObjectName, String> comments,
        SortedSet<ObjectName> uncertain,
        boolean complete,
        SortedSet<LeftOut> leftOut) {

    public static final Schema EMPTY =
            new Schema(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), true, new TreeSet<>());

    public Schema {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        comments = Collections.unmodifiableSortedMap(new TreeMap<>(comments));
        uncertain = Collections.unmodifiableSortedSet(new TreeSet<>(uncertain));
        leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
    }

    /** Of these objects, and nothing that is uncertain. */
    public static Schema of(Collection<? extends SchemaObject> objects) {
        return EMPTY.with(objects);
    }

    public static Schema of(SchemaObject... objects) {
        return of(List.of(objects));
    }

    public Optional<SchemaObject> object(ObjectName name) {
        return Optional.ofNullable(objects.get(name));
    }

    public Optional<Table> table(QualifiedName name) {
        return object(ObjectName.of(ObjectKind.TABLE, name)).map(Table.class::cast);
    }

    public Optional<View> view(QualifiedName name) {
        return object(ObjectName.of(ObjectKind.VIEW, name)).map(View.class::cast);
    }

    public Stream<Table> tables() {
        return all(Table.class);
    }

    /** The objects of one kind, in the order of their names. */
    public <T extends SchemaObject> Stream<T> all(Class<T> kind) {
        return objects.values().stream().filter(kind::isInstance).map(kind::cast);
    }

    public Optional<String> comment(ObjectName name) {
        return Optional.ofNullable(comments.get(name));
    }

    /** With the objects, in the place of those of the same names. */
    public Schema with(Collection<? extends SchemaObject> added) {
        SortedMap<ObjectName, SchemaObject> all = new TreeMap<>(objects);
        added.forEach(object -> all.put(object.objectName(), object));
        return new Schema(all, comments, uncertain, complete, leftOut);
    }

    public Schema with(SchemaObject... added) {
        return with(List.of(added));
    }

    /** Without the objects of these names, and without their comments. */
    public Schema without(Collection<ObjectName> names) {
        SortedMap<ObjectName, SchemaObject> all = new TreeMap<>(objects);
        SortedMap<ObjectName, String> left = new TreeMap<>(comments);
        names.forEach(all::remove);
        names.forEach(left::remove);
        return new Schema(all, left, uncertain, complete, leftOut);
    }

    public Schema without(ObjectName... names) {
        return without(List.of(names));
    }

    /** @param comment null takes it away */
    public Schema withComment(ObjectName name, @Nullable String comment) {
        SortedMap<ObjectName, String> all = new TreeMap<>(comments);
        if (comment == null) {
            all.remove(name);
        } else {
            all.put(name, comment);
        }
        return new Schema(objects, all, uncertain, complete, leftOut);
    }

    /** What is left when the session ends in which it came about. */
    public Schema withoutTemporary() {
        List<ObjectName> temporary = objects.values().stream()
                .filter(object ->
                        object instanceof Table table && table.options().temporary()
                                || object instanceof View view && view.options().temporary())
                .map(SchemaObject::objectName)
                .toList();
        return temporary.isEmpty() ? this : without(temporary);
    }

    public Schema withLeftOut(Collection<LeftOut> met) {
        SortedSet<LeftOut> all = new TreeSet<>(leftOut);
        all.addAll(met);
        return new Schema(objects, comments, uncertain, complete, all);
    }
}
