package dev.retort.benchmark.flyway;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Runs Flyway as a program; its own command line brings the drivers of all its databases, and starts later. */
public final class FlywayRun {

    private FlywayRun() {}

    /** The command, the JDBC URL, the folder of the scripts, and the last version to migrate to. */
    public static void main(String[] args) {
        Flyway flyway = Flyway.configure()
                .dataSource(args[1], null, null)
                .locations("filesystem:" + args[2])
                .target(args[3])
                .load();
        switch (args[0]) {
            case "migrate" -> flyway.migrate();
            case "current" -> {
                MigrationInfo current = flyway.info().current();
                System.out.println(current == null ? "none" : current.getVersion());
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }
}
