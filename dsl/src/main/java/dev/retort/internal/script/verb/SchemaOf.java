package dev.retort.internal.script.verb;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The option that names the schema of the table that a verb changes, where it is not {@code schema}. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PARAMETER)
public @interface SchemaOf {
    String value();
}
