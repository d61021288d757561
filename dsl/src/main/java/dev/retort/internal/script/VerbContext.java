package dev.retort.internal.script;

import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import groovy.lang.Closure;

/** What verbs reach besides their own arguments: the names of the run, the channel, and the closure that is open. */
abstract class VerbContext extends Types {

    VerbContext() {}

    /** Hands an operation on, in the order of the script. */
    abstract int emit(Operation operation);

    /** Hands on an operation that is a part of the word whose closure runs. */
    abstract void emitPart(Operation operation);

    abstract Naming naming();

    abstract CurrentDatabase database();

    /** Runs the closure of a word over what collects its parts; no operation of its own may be inside. */
    abstract void inside(String word, Object builder, Closure<?> body);

    /**
     * Where questions go.
     *
     * @throws Refusal where none may be asked
     */
    abstract Channel asking();

    static QualifiedName named(String table, Options options) {
        return options.qualified("the table of " + options.word(), table);
    }

    OperationReader on(String table, Options options) {
        return on(table, options, "schema");
    }

    /** @param schema the option that names the schema */
    OperationReader on(String table, Options options, String schema) {
        return new OperationReader(naming().of(options.qualified("the table of " + options.word(), table, schema)));
    }
}
