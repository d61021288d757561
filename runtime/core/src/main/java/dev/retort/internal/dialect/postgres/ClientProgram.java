package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One of PostgreSQL's client programs, which learns from its environment where the server is.
 *
 * @param path of the program, or a name to be looked for on the path
 */
record ClientProgram(String path, ClientEnvironment environment) {

    private static final int POLL_MILLIS = 100;
    private static final int VERSION_SECONDS = 10;

    /** The program of this name that was installed with this one. */
    ClientProgram sibling(String name) {
        int folder = path.lastIndexOf('/') + 1;
        return new ClientProgram(path.substring(0, folder) + name, environment);
    }

    private String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What it prints of its version. */
    String version() {
        try {
            Process process = new ProcessBuilder(path, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(VERSION_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw unusable("\"" + path + " --version\" did not answer within " + VERSION_SECONDS + " s.");
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unusable("There is no program " + path + ".");
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    static RetortException unusable(String sentence) {
        return new RetortException(
                Kind.FAILED,
                Problem.of(sentence)
                        .withHint("Install PostgreSQL's client programs of the server's version or a newer one, or name"
                                + " pg_dump with the setting \"backup_program\"; nothing was changed."));
    }

    /**
     * Runs it to its end.
     *
     * @param hint what to do where it fails
     * @param check asked now and then; what it throws ends the program
     */
    void run(List<String> arguments, String hint, Runnable check) {
        check.run();
        Path said = null;
        try {
            said = Files.createTempFile("retort-" + name(), ".txt");
            Process process = start(arguments, said);
            await(process, check);
            if (process.exitValue() != 0) {
                throw new RetortException(
                        Kind.FAILED,
                        Problem.of(name() + " ended with " + process.exitValue() + ": " + lastLine(said) + ".")
                                .withHint(hint));
            }
        } catch (IOException e) {
            throw new RetortException(
                    Kind.FAILED,
                    List.of(Problem.of(name() + " could not be run: " + e.getMessage())
                            .withHint(hint)),
                    e);
        } finally {
            delete(said);
        }
    }

    private Process start(List<String> arguments, Path said) throws IOException {
        List<String> command = new ArrayList<>(List.of(path));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true);
        builder.redirectOutput(said.toFile());
        builder.environment().putAll(environment.variables());
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

    /** What it was about is printed last; what goes before is context. */
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
        return new RetortException(Kind.FAILED, "Interrupted while another program was running.");
    }
}
