package dev.retort.benchmark.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the programs to compare with; what is not to be had is named with the reason. */
final class Peers {

    private static final String ERROR = "[ERROR]";

    private final Path checkout;
    private final Java java;
    private final List<Migrator> found = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private Peers(Path checkout, Java java) {
        this.checkout = checkout;
        this.java = java;
    }

    /** @param checkout of Retort, whose folder {@code runtime/benchmarks/peers} pins the versions */
    static Peers of(Path checkout, Java java) throws IOException, InterruptedException {
        Peers peers = new Peers(checkout, java);
        peers.findAlembic();
        peers.findFlyway();
        peers.findLiquibase();
        return peers;
    }

    List<Migrator> found() {
        return found;
    }

    List<String> missing() {
        return missing;
    }

    private void findAlembic() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, "alembic");
            if (Files.isExecutable(program)) {
                found.add(new AlembicMigrator(program));
                return;
            }
        }
        missing.add("Alembic: not found on the PATH");
    }

    private void findFlyway() throws IOException, InterruptedException {
        try {
            found.add(new FlywayMigrator(resolve("flyway"), java));
        } catch (PeerMissing e) {
            missing.add("Flyway: " + Reason.of(e));
        }
    }

    private void findLiquibase() throws IOException, InterruptedException {
        try {
            found.add(new LiquibaseMigrator(resolve("liquibase"), java));
        } catch (PeerMissing e) {
            missing.add("Liquibase: " + Reason.of(e));
        }
    }

    /** Maven brings the jars from the registry when they are not on the machine yet. */
    private ClassPath resolve(String name) throws IOException, InterruptedException, PeerMissing {
        Path folder = checkout.resolve("runtime/benchmarks/peers").resolve(name);
        Output output = maven(folder);
        if (output.exit() != 0) {
            throw new PeerMissing("Maven could not resolve it: " + firstError(output));
        }
        Path target = folder.resolve("target");
        String jars = Files.readString(target.resolve("classpath")).strip();
        return new ClassPath(target.resolve("classes") + File.pathSeparator + jars);
    }

    private static String firstError(Output output) {
        return output.lines().stream()
                .filter(line -> line.contains(ERROR))
                .map(line ->
                        line.substring(line.indexOf(ERROR) + ERROR.length()).strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("exit code " + output.exit());
    }

    private static Output maven(Path folder) throws InterruptedException, PeerMissing {
        try {
            return Output.of(
                    "mvn",
                    "-B",
                    "-q",
                    "-Dquick",
                    "-Dstyle.color=never",
                    "-f",
                    folder.resolve("pom.xml").toString(),
                    "compile",
                    "dependency:build-classpath",
                    "-Dmdep.outputFile=" + folder.resolve("target/classpath"));
        } catch (IOException e) {
            throw new PeerMissing("Maven cannot be started: " + e.getMessage());
        }
    }

    /** The reason why one is not compared. */
    private static final class PeerMissing extends Exception {

        PeerMissing(String reason) {
            super(reason);
        }
    }
}
