package dev.retort.benchmark.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Retort, started by its launcher as an operator starts it. */
final class RetortMigrator implements Migrator {

    static final String NAME = "Retort";

    private final Path launcher;
    private final Java java;
    private final boolean isolated;

    private RetortMigrator(Path launcher, Java java, boolean isolated) {
        this.launcher = launcher;
        this.java = java;
        this.isolated = isolated;
    }

    static RetortMigrator of(Path launcher, Java java) {
        return new RetortMigrator(launcher, java, false);
    }

    /** Its scripts run in a process of their own, which keeps nothing of what it compiles. */
    static RetortMigrator isolated(Path launcher, Java java) {
        return new RetortMigrator(launcher, java, true);
    }

    @Override
    public String name() {
        return isolated ? "Retort --isolate" : NAME;
    }

    @Override
    public Optional<String> lacks(Task task) {
        return isolated && task == Task.CURRENT ? Optional.of("runs no script for `current`") : Optional.empty();
    }

    /** The first start after a change also builds the program and its class-data archive. */
    @Override
    public String version() throws IOException, InterruptedException {
        return Output.of("env", "JAVA_HOME=" + java.home(), launcher.toString(), "--version")
                .lastLine();
    }

    @Override
    public void write(Path folder, List<Step> chain) throws IOException {
        scripts(folder, chain);
    }

    static void scripts(Path folder, List<Step> chain) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        String below = "";
        for (Step step : chain) {
            Files.writeString(migrations.resolve(step.id() + ".groovy"), script(step, below));
            below = "downRevision '" + step.id() + "'\n";
        }
    }

    private static String script(Step step, String below) {
        Words words = new GroovyWords();
        return "revision     '" + step.id() + "'\n" + below + "message      'Step " + step.number() + "'\n"
                + "created      '2026-11-21T10:15:00Z'\n\nupgrade {\n    "
                + String.join("\n    ", step.upgrade(words)) + "\n}\n\ndowngrade {\n    "
                + String.join("\n    ", step.downgrade(words)) + "\n}\n";
    }

    @Override
    public List<String> command(Task task, Stage stage) {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "JAVA_HOME=" + java.home(),
                "RETORT_CACHE=" + cache(stage.folder()),
                "RETORT_ROLE_WARNING=false",
                launcher.toString()));
        command.addAll(
                switch (task) {
                    case UPGRADE -> List.of("upgrade", "head");
                    case CURRENT -> List.of("current");
                    case DOWNGRADE -> List.of("downgrade", "base");
                    case SCRIPT -> List.of("upgrade", "base:head", "--sql");
                });
        if (isolated) {
            command.add("--isolate");
        }
        command.addAll(List.of("--url", stage.database().url(), "--migrations", "migrations"));
        return command;
    }

    @Override
    public Optional<String> coldName() {
        return isolated ? Optional.empty() : Optional.of("Retort, cold cache");
    }

    @Override
    public void forget(Path folder) throws IOException {
        Folders.remove(cache(folder));
        Files.createDirectories(cache(folder));
    }

    private static Path cache(Path folder) {
        return folder.resolve("cache").toAbsolutePath();
    }
}
