package dev.retort.internal.configuration;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a command of the shell for a password that lives for a short time only. Its standard error is the user's, for it may
 * say where to log in first; what it prints is shown nowhere.
 *
 * @param folder that it is run in
 */
record PasswordCommand(String command, Path folder) implements Supplier<String> {

    private static final File NOTHING = new File("/dev/null");

    @Override
    public String get() {
        try {
            Process process = new ProcessBuilder("sh", "-c", command)
                    .directory(folder.toFile())
                    .redirectInput(NOTHING)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed;
            try (InputStream out = process.getInputStream()) {
                printed = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
            int code = process.waitFor();
            if (code != 0) {
                throw failed("ended with exit code " + code, null);
            }
            if (printed.isEmpty() || printed.contains("\n")) {
                throw failed(printed.isEmpty() ? "printed nothing" : "printed several lines", null);
            }
            return printed;
        } catch (IOException e) {
            throw failed("could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted", e);
        }
    }

    private static RetortException failed(String how, @Nullable Exception cause) {
        return new RetortException(
                RetortException.Kind.UNREACHABLE,
                List.of(Problem.of("The command of \"password_command\" " + how + ", so that there is no password.")
                        .withHint("Type it in a shell, and correct it; it must print the password and nothing else.")),
                cause);
    }
}
