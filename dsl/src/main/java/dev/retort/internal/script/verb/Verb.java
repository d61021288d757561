package dev.retort.internal.script.verb;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A verb of the language: a method of its name that reads its arguments. The parameters are those that an author
 * writes, in that order, and {@code Options options} where it takes any. A parameter of the type {@code
 * OperationReader} is the table, which inside {@code batchAlterTable} is not named; every verb that has one is known
 * there too. A parameter of the type {@code VerbContext} is not written.
 *
 * <p>An {@code Operation} or a list of them goes to the database, anything else to the script.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Verb {

    /** How it is written, as the manual shows it; empty where the manual describes it elsewhere. */
    String value() default "";

    /** What the manual says after the options. */
    String note() default "";

    /** Whether it says nothing without options. */
    boolean needsOptions() default false;
}
