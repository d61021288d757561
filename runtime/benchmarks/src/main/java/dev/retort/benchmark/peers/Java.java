package dev.retort.benchmark.peers;

import java.io.IOException;
import java.nio.file.Path;

/** The Java that all programs of the JVM are started by. */
record Java(Path home) {

    /** What JAVA_HOME names, as for the launcher; else the one that runs this. */
    static Java found() {
        String named = System.getenv("JAVA_HOME");
        return new Java(Path.of(named == null || named.isBlank() ? System.getProperty("java.home") : named));
    }

    String program() {
        return home.resolve("bin/java").toString();
    }

    /** Its feature release, as 17. */
    int release() throws IOException, InterruptedException {
        String[] words = version().split("[^0-9]+", -1);
        return Integer.parseInt(words[0].isEmpty() ? words[1] : words[0]);
    }

    /** The version and the build, as 17.0.15+6. */
    String version() throws IOException, InterruptedException {
        return Output.of(program(), "-XshowSettings:properties", "-version").valueOf("java.runtime.version");
    }
}
