package dev.retort.benchmark.peers;

import dev.retort.benchmark.Timed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Flyway, by its Java API. */
final class FlywayMigrator implements Migrator {

    private static final String LATEST = "latest";
    /** One transaction for all would need more locks than PostgreSQL has by default. */
    private static final int STEPS_IN_A_TRANSACTION = 100;

    private static final String HISTORY = "INSERT INTO flyway_schema_history (installed_rank, version, description,"
            + " type, script, checksum, installed_by, execution_time, success)"
            + " VALUES (?, ?, 'step', 'SQL', ?, ?, 'benchmark', 1, true)";

    private final ClassPath classPath;
    private final Java java;

    FlywayMigrator(ClassPath classPath, Java java) {
        this.classPath = classPath;
        this.java = java;
    }

    @Override
    public String name() {
        return "Flyway";
    }

    @Override
    public String version() {
        return "Flyway " + classPath.version("flyway-core") + " (its Java API in a program of one class)";
    }

    @Override
    public void write(Path folder, List<Step> chain) throws IOException {
        Path scripts = Files.createDirectories(folder.resolve("sql"));
        for (Step step : chain) {
            Files.write(scripts.resolve(file(step)), lines(step));
        }
    }

    private static String file(Step step) {
        return "V" + step.number() + "__step.sql";
    }

    private static List<String> lines(Step step) {
        return step.upgrade(new SqlWords()).stream().map(sql -> sql + ";").toList();
    }

    @Override
    public Optional<String> lacks(Task task) {
        return switch (task) {
            case UPGRADE, CURRENT -> Optional.empty();
            case DOWNGRADE -> Optional.of("its Community edition has no downgrade");
            case SCRIPT -> Optional.of("its Community edition prints no SQL");
        };
    }

    @Override
    public List<String> command(Task task, Stage stage) {
        return command(task == Task.CURRENT ? "current" : "migrate", stage.database(), LATEST);
    }

    private List<String> command(String command, Database database, String target) {
        return List.of(
                java.program(),
                "-cp",
                classPath.text(),
                "dev.retort.benchmark.flyway.FlywayRun",
                command,
                database.jdbcUrl(),
                "sql",
                target);
    }

    /**
     * Lets Flyway apply the first script and writes the rest into its history. Flyway itself reads the whole history twice
     * for each script, which takes a quarter of an hour for 10,000; and each later run compares all checksums.
     */
    @Override
    public void fill(Stage stage) throws IOException, SQLException, InterruptedException {
        Timed.of(stage.folder(), command("migrate", stage.database(), "1"));
        try (Connection connection = stage.database().connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    PreparedStatement history = connection.prepareStatement(HISTORY)) {
                for (Step step : stage.chain().subList(1, stage.chain().size())) {
                    for (String sql : step.upgrade(new SqlWords())) {
                        statement.execute(sql);
                    }
                    note(step, history);
                    if (step.number() % STEPS_IN_A_TRANSACTION == 0) {
                        connection.commit();
                    }
                }
            }
            connection.commit();
        }
    }

    private static void note(Step step, PreparedStatement history) throws SQLException {
        history.setInt(1, step.number());
        history.setString(2, Integer.toString(step.number()));
        history.setString(3, file(step));
        history.setInt(4, checksum(step));
        history.executeUpdate();
    }

    /** As Flyway computes it: of the lines, without what ends them. */
    private static int checksum(Step step) {
        CRC32 sum = new CRC32();
        lines(step).forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }
}
