package dev.retort;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Who runs migrations.
 *
 * @param user of the operating system; null when it does not say
 * @param host null when it has no name
 */
public record Runner(@Nullable String user, @Nullable String host, String toolVersion) {

    /** This process. */
    public static Runner thisProcess() {
        String version = Runner.class.getPackage().getImplementationVersion();
        return new Runner(System.getProperty("user.name"), hostName(), version == null ? "development" : version);
    }

    /** The environment first: asking the resolver may take seconds where the name has no address. */
    private static @Nullable String hostName() {
        String named = System.getenv("HOSTNAME");
        if (named != null && !named.isEmpty()) {
            return named;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
