package dev.retort.internal.script;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import org.jspecify.annotations.Nullable;

/** What a schema file is: its statements are inside of one closure, as those of a direction are in a revision. */
public abstract class SchemaScript extends AuthoredScript {

    private @Nullable Closure<?> declarations;

    /** For the classes that schema files are compiled to. */
    protected SchemaScript() {}

    /** Takes all statements of the file; the compiler writes it around them. */
    public void declare(
            @DelegatesTo(value = Declarations.class, strategy = Closure.DELEGATE_FIRST) Closure<?> statements) {
        if (declarations != null) {
            throw new Refusal("A schema file has no word \"declare\".", "Leave it out; its statements are at the top.");
        }
        declarations = statements;
    }

    @Nullable
    Closure<?> declarations() {
        return declarations;
    }
}
