package dev.retort.testkit;

import dev.retort.internal.testkit.jupiter.MigratedExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test a database of its own that is upgraded to a revision, and drops it after the test: to a parameter or a field of
 * JUnit Jupiter, or to a field of Spock, of the type {@link javax.sql.DataSource}, {@link java.sql.Connection} or {@link
 * MigratedDatabase}.
 *
 * <pre>{@code
 * @Test
 * void findsUsers(@Migrated DataSource database) { … }
 * }</pre>
 *
 * <p>The revisions are applied once, and the result is copied for each test. A field that is static, or {@code @Shared}, has
 * one database for all tests of its class. What is not said here, {@code retort.toml} says.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(MigratedExtension.class)
public @interface Migrated {

    /** Where the database is, as {@code retort upgrade} takes it. */
    String to() default "heads";

    /** The folders of the scripts. */
    String[] migrations() default {};

    /** A server on which databases may be created, by the URL of one of them, which is not touched. */
    String url() default "";

    /** The kind of the database; without it, the kind that the configured URL names. Not more than one. */
    Database[] database() default {};

    /** The schemas that belong to the project. */
    String[] schemas() default {};

    /** The environment of {@code retort.toml}. */
    String environment() default "";
}
