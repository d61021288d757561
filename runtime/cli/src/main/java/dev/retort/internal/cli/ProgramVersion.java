package dev.retort.internal.cli;

/** The version of this program. */
final class ProgramVersion {

    private ProgramVersion() {}

    static String number() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
