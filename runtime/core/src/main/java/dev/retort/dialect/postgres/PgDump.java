package dev.retort.dialect.postgres;

import dev.retort.dialect.Backup;
import dev.retort.dialect.DatabaseUrl;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own program for the purpose, in its custom format, which {@code pg_restore} reads. */
final class PgDump implements Backup {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final int POLL_MILLIS = 100;
    private static final int VERSION_SECONDS = 10;

    private final String program;
    private final ClientEnvironment environment;

    private PgDump(String program, ClientEnvironment environment) {
        this.program = program;
        this.environment = environment;
    }

    /**
     * @param program a path, or a name to be looked for on the path
     * @throws RetortException of the kind FAILED where it is not there, or older than the server
     */
    static PgDump of(String program, Connection connection, DatabaseUrl url) throws SQLException {
        PgDump dump = new PgDump(program, ClientEnvironment.of(url));
        int server = connection.getMetaData().getDatabaseMajorVersion();
        String said = dump.version();
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw unusable("\"" + program + " --version\" does not say that it is PostgreSQL's pg_dump: "
                    + said.lines().findFirst().orElse("").strip() + ".");
        }
        if (Integer.parseInt(version.group(1)) < server) {
            throw unusable(program + " is of PostgreSQL " + version.group(1)
                    + " and cannot back up a server of version " + server + ".");
        }
        return dump;
    }

    private String version() throws SQLException {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(VERSION_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw unusable("\"" + program + " --version\" did not answer within " + VERSION_SECONDS + " s.");
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unusable("There is no program " + program + " to back up with.");
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static RetortException unusable(String sentence) {
        return new RetortException(
                Kind.FAILED,
                Problem.of(sentence)
                        .withHint("Install PostgreSQL's client programs of the server's version or a newer one, or name"
                                + " pg_dump with the setting \"backup_program\"; nothing was changed."));
    }

    @Override
    public void write(Connection connection, Path file, Runnable check) {
        check.run();
        Path said = null;
        try {
            said = Files.createTempFile("retort-pg_dump", ".txt");
            Process process = start(file, said);
            await(process, check);
            if (process.exitValue() != 0) {
                throw new RetortException(
                        Kind.FAILED,
                        Problem.of("pg_dump ended with " + process.exitValue() + ": " + lastLine(said) + ".")
                                .withHint("Nothing was run. Mend that, or name another file with --backup."));
            }
        } catch (IOException e) {
            throw new RetortException(
                    Kind.FAILED, List.of(Problem.of("pg_dump could not be run: " + e.getMessage())), e);
        } finally {
            delete(said);
        }
    }

    private Process start(Path file, Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program, "--format=custom", "--no-password", "--file=" + file);
        builder.redirectErrorStream(true);
        builder.redirectOutput(said.toFile());
        Map<String, String> variables = builder.environment();
        variables.putAll(environment.variables());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static void await(Process process, Runnable check) {
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                check.run();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            process.destroy();
        }
    }

    /** What it was about is told last; what goes before is context. */
    private static String lastLine(Path said) throws IOException {
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        String last = lines.isEmpty()
                ? "it did not say why"
                : lines.get(lines.size() - 1).strip();
        return last.endsWith(".") ? last.substring(0, last.length() - 1) : last;
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            file.toFile().delete();
        }
    }

    private static RetortException interrupted() {
        Thread.currentThread().interrupt();
        return new RetortException(Kind.FAILED, "Interrupted while backing up.");
    }

    @Override
    public String restoring(Path file) {
        return "pg_restore --clean --if-exists --dbname=" + environment.database() + " " + file;
    }
}
