package dev.retort.internal.dialect;

import dev.retort.internal.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What of a database is read.
 *
 * @param schemas what SQL calls schemas; the names of what is in the first one are unqualified, those of all others qualified.
 *     One that does not exist is empty. Empty means the first one of the search path
 * @param others schemas that are read besides, all of their names qualified
 * @param leftOut tables that belong to Retort itself, with all that belongs to them
 */
public record ReadScope(List<String> schemas, List<String> others, Set<QualifiedName> leftOut) {

    /** The first schema of the search path, with all of its tables. */
    public static final ReadScope FIRST_SCHEMA = new ReadScope(List.of(), Set.of());

    public ReadScope {
        schemas = List.copyOf(schemas);
        others = List.copyOf(others);
        leftOut = Set.copyOf(leftOut);
    }

    public ReadScope(List<String> schemas, Set<QualifiedName> leftOut) {
        this(schemas, List.of(), leftOut);
    }

    /** The first schema of the search path, without these tables. */
    public static ReadScope without(Set<QualifiedName> leftOut) {
        return new ReadScope(List.of(), leftOut);
    }

    /** The same, and these schemas besides. */
    public ReadScope with(Collection<String> more) {
        return new ReadScope(schemas, List.copyOf(more), leftOut);
    }
}
