package dev.retort.internal.script.verb;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An option of a verb or of a {@link Group}; several of one type in one line where they belong together. */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(Option.List.class)
public @interface Option {

    String[] value();

    Class<?> type();

    /** What the manual says of it, where the name is not enough. */
    String text() default "";

    boolean required() default false;

    Place only() default Place.ANYWHERE;

    /** Where an option is known, of a verb that is also known inside {@code batchAlterTable}. */
    enum Place {
        ANYWHERE,
        OUTSIDE_BATCH,
        INSIDE_BATCH
    }

    /** For the compiler. */
    @Retention(RetentionPolicy.SOURCE)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @interface List {
        Option[] value();
    }
}
