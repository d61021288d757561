package dev.retort.internal.script.verb;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The word with which a schema file declares what a verb creates. It takes the arguments and options of the verb; a name
 * that may be {@code null} is an option there.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Declared {

    String value();

    /** The options of the verb that say what a database had before, or how it comes to what it has then. */
    String[] without() default {};
}
