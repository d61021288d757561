package dev.retort.benchmark.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Alembic, as the machine has it. */
final class AlembicMigrator implements Migrator {

    private static final String VERSIONS = """
            import platform, sqlite3, sqlalchemy
            print('Python', platform.python_version() + ', SQLAlchemy', sqlalchemy.__version__ + ', SQLite',
                sqlite3.sqlite_version)
            """;

    private final Path program;

    AlembicMigrator(Path program) {
        this.program = program;
    }

    @Override
    public String name() {
        return "Alembic";
    }

    @Override
    public String version() throws IOException, InterruptedException {
        String alembic = Output.of(program.toString(), "--version").lastLine();
        return alembic + " (" + Output.of(python(), "-c", VERSIONS).lastLine() + ")";
    }

    /** The Python that the first line of the program names. */
    private String python() throws IOException {
        String first = Files.readString(program).lines().findFirst().orElse("");
        return first.startsWith("#!/") ? first.substring(2).strip() : "python3";
    }

    @Override
    public void write(Path folder, List<Step> chain) throws IOException {
        Path versions = Files.createDirectories(folder.resolve("alembic/versions"));
        copy("alembic.ini", folder);
        copy("env.py", folder.resolve("alembic"));
        String below = "None";
        for (Step step : chain) {
            Files.writeString(versions.resolve(step.id() + "_step.py"), script(step, below));
            below = "'" + step.id() + "'";
        }
    }

    private static void copy(String resource, Path folder) throws IOException {
        try (var text = AlembicMigrator.class.getResourceAsStream(resource)) {
            if (text == null) {
                throw new IllegalStateException(resource);
            }
            Files.copy(text, folder.resolve(resource));
        }
    }

    private static String script(Step step, String below) {
        Words words = new PythonWords();
        return "\"\"\"Step " + step.number() + "\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n\n"
                + "revision = '" + step.id() + "'\ndown_revision = " + below
                + "\nbranch_labels = None\ndepends_on = None\n\n\ndef upgrade():\n    "
                + String.join("\n    ", step.upgrade(words)) + "\n\n\ndef downgrade():\n    "
                + String.join("\n    ", step.downgrade(words)) + "\n";
    }

    @Override
    public List<String> command(Task task, Stage stage) {
        List<String> command = new ArrayList<>(List.of(
                // Where it is set, as in many an image of a container, there would be no warm run.
                "env",
                "-u",
                "PYTHONDONTWRITEBYTECODE",
                program.toString(),
                "-x",
                "url=" + stage.database().url()));
        command.addAll(
                switch (task) {
                    case UPGRADE -> List.of("upgrade", "head");
                    case CURRENT -> List.of("current");
                    case DOWNGRADE -> List.of("downgrade", "base");
                    case SCRIPT -> List.of("upgrade", "head", "--sql");
                });
        return command;
    }

    @Override
    public Optional<String> coldName() {
        return Optional.of("Alembic, no bytecode");
    }

    @Override
    public void forget(Path folder) throws IOException {
        Folders.remove(folder.resolve("alembic/__pycache__"));
        Folders.remove(folder.resolve("alembic/versions/__pycache__"));
    }
}
