package dev.retort.benchmark.peers;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Liquibase, by its command line and a changelog in SQL. */
final class LiquibaseMigrator implements Migrator {

    private static final String CHANGELOG = "changelog.sql";
    private static final String OFFLINE_HISTORY = "offline.csv";

    private final ClassPath classPath;
    private final Java java;

    LiquibaseMigrator(ClassPath classPath, Java java) {
        this.classPath = classPath;
        this.java = java;
    }

    @Override
    public String name() {
        return "Liquibase";
    }

    @Override
    public String version() {
        return "Liquibase " + classPath.version("liquibase-core") + " (its command line)";
    }

    @Override
    public void write(Path folder, List<Step> chain) throws IOException {
        Words words = new SqlWords();
        try (BufferedWriter changelog = Files.newBufferedWriter(folder.resolve(CHANGELOG))) {
            changelog.write("--liquibase formatted sql\n");
            for (Step step : chain) {
                changelog.write("\n--changeset benchmark:" + step.id() + "\n");
                for (String sql : step.upgrade(words)) {
                    changelog.write(sql + ";\n");
                }
                for (String sql : step.downgrade(words)) {
                    changelog.write("--rollback " + sql + ";\n");
                }
            }
        }
    }

    @Override
    public List<String> command(Task task, Stage stage) {
        String url = task == Task.SCRIPT
                ? stage.database().offlineUrl(OFFLINE_HISTORY)
                : stage.database().jdbcUrl();
        List<String> command = new ArrayList<>(List.of(
                java.program(),
                "-cp",
                classPath.text(),
                "liquibase.integration.commandline.LiquibaseCommandLine",
                // It would call its makers.
                "--analytics-enabled=false",
                "--show-banner=false",
                "--changelog-file=" + CHANGELOG,
                "--url=" + url));
        command.addAll(
                switch (task) {
                    case UPGRADE -> List.of("update");
                    case CURRENT -> List.of("status");
                    case DOWNGRADE ->
                        List.of("rollback-count", Integer.toString(stage.chain().size()));
                    case SCRIPT -> List.of("update-sql");
                });
        return command;
    }

    /** It notes what it printed offline; another run would find that and print nothing. */
    @Override
    public void clear(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(OFFLINE_HISTORY));
    }
}
