package dev.retort.internal.sandbox;

import dev.retort.Problem;
import dev.retort.RetortException;
import org.codehaus.groovy.util.ReleaseInfo;

/**
 * The Groovy on the class path, which a framework's own list of versions may have replaced. The language, the walls and
 * the words of the messages are those of Groovy 5; another one reads right scripts as wrong.
 */
final class GroovyVersion {

    private static final String NEEDED = "5";

    private GroovyVersion() {}

    /** @throws RetortException where scripts cannot be compiled with it */
    static void check() {
        check(ReleaseInfo.getVersion());
    }

    /** Whether scripts can be compiled with that of this JVM. */
    static boolean isRight() {
        return isRight(ReleaseInfo.getVersion());
    }

    private static boolean isRight(String version) {
        return version.equals(NEEDED) || version.startsWith(NEEDED + ".");
    }

    static void check(String version) {
        if (!isRight(version)) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("Retort needs Groovy " + NEEDED + ", and Groovy " + version + " is on the class path.")
                            .withHint(
                                    "Set the version of org.apache.groovy:groovy in the build; with Spring Boot 3, the"
                                            + " property groovy.version: 5.0.8 or a later 5. Or keep it, add"
                                            + " dev.retort:retort-groovy, and set sandbox = \"process\"."));
        }
    }
}
