package dev.retort.internal.target;

import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.Schema;
import java.util.Set;

/**
 * A description of the schema that a database is to have, in a form of its own: the entities of an application, for example.
 * Found as a service: a library brings one with a file below {@code META-INF/services}. Safe for any number of threads.
 */
public interface SchemaModel {

    /** The word that people ask for it by; its settings are in the table of this name. */
    String name();

    /** Which kinds of objects it describes; all others stay as they are. */
    Set<ObjectKind> kinds();

    /**
     * Reads the description as it is now, without asking a database.
     *
     * @return parts that their author has not named have no name: a constraint null, an index the empty one
     * @throws dev.retort.RetortException of the kind USAGE where a setting is missing or wrong, of the kind SCRIPT where the
     *     description itself is
     */
    Schema read(ModelContext context);
}
