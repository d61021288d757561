package dev.retort.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Proves on scratch databases that the revisions of the project go up, down and up again, as {@code retort verify} does: each
 * check is a test of its own.
 *
 * <pre>{@code
 * @MigrationTest
 * class MigrationsTest {}
 * }</pre>
 *
 * <p>The class needs no methods. What is not said here, {@code retort.toml} says. Relative names of files start from the
 * folder that the tests run in, which is the folder of the module. On a {@link RoundTripSpec} it says the same for Spock.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Testable
public @interface MigrationTest {

    /** The folders of the scripts. */
    String[] migrations() default {};

    /**
     * A server on which databases may be created, by the URL of one of them, which is not touched. Without it, the tests get a
     * {@link #database} of their own.
     */
    String url() default "";

    /** The kinds of databases that are tried, one after the other. Without any, the kind that the configured URL names. */
    Database[] database() default {};

    /** The schemas whose objects are compared. */
    String[] schemas() default {};

    /** What the proof starts after: a revision, or several with commas between. */
    String from() default "";

    /** Where it ends. */
    String to() default "heads";

    /** The ids or labels of the heads that the chain is to have; without any one head, whichever that is. */
    String[] heads() default {};

    /** How many rows each table is given before a revision is tried; less than 0 leaves it to the configuration. */
    int rows() default -1;

    /** Where the values of these rows come from; 0 for others with each run. */
    long seed() default 0;

    /** Revisions that are applied without being tried, and names of checks that are left out, such as {@code sql}. */
    String[] except() default {};

    /** The environment of {@code retort.toml}. */
    String environment() default "";
}
