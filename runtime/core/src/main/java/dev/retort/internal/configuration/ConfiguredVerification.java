package dev.retort.internal.configuration;

import dev.retort.VerificationRequest;

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

    /** Whether the chain leads to a model: one is configured, and a model is what the whole chain leads to. */
    public static boolean leadsToModel(Configuration configuration, String to) {
        return to.equals(WHOLE_CHAIN) && configuration.hasTarget();
    }
}
