package dev.retort.internal.script.verb;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A class with verbs, and the classes to be written for them. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface Verbs {

    /** The class that scripts are compiled against. */
    String generates();

    /** Its superclass; without one it is final and holds what has the verbs. */
    String under() default "";

    /** The class for the verbs that change one table, and which class collects these changes. */
    String batch() default "";

    String batchChanges() default "";

    /** The class for what schema files declare, and its superclass. */
    String declarations() default "";

    String declarationsUnder() default "";
}
