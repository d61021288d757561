package dev.retort.internal.configuration;

import dev.retort.VerificationRequest;
import java.nio.file.Path;
import java.util.Optional;

/** What a configuration says of a verification. */
public final class ConfiguredVerification {

    private static final String WHOLE_CHAIN = "heads";

    private ConfiguredVerification() {}

    /** Of the whole chain, as configured. */
    public static VerificationRequest request(Configuration configuration, long seed) {
        return VerificationRequest.of(seed)
                .withRows(configuration.number(Setting.VERIFY_ROWS))
                .withExcept(configuration.list(Setting.VERIFY_EXCEPT))
                .withHeads(configuration.list(Setting.VERIFY_HEADS))
                .withFixtures(configuration.path(Setting.VERIFY_FIXTURES));
    }

    /** The folder with the libraries of a server that is started for a verification; empty where none is named. */
    public static Optional<Path> embedded(Configuration configuration) {
        return configuration.list(Setting.VERIFY_EMBEDDED).isEmpty()
                ? Optional.empty()
                : Optional.of(configuration.path(Setting.VERIFY_EMBEDDED));
    }

    /** Whether the chain leads to a model: one is configured, and a model is what the whole chain leads to. */
    public static boolean leadsToModel(Configuration configuration, String to) {
        return to.equals(WHOLE_CHAIN) && configuration.hasTarget();
    }
}
