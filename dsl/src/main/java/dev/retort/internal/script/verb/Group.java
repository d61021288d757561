package dev.retort.internal.script.verb;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An annotation that stands for its own {@link Option}s and groups, on a verb or on another group. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Group {

    /** What the manual says instead of the names of the options, as in "the options of `createIndex`". */
    String summary() default "";

    /** The verb with which the manual lists them nevertheless. */
    String listedWith() default "";

    /** Whether the manual leaves them out where it lists options, since it describes them for all verbs at once. */
    boolean described() default false;
}
