package dev.retort.internal.cli;

import dev.retort.internal.cli.render.Author;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks git who last changed a file, as long as that is quick; without git, or a repository, nobody is known. */
final class Authors {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final long deadline = System.nanoTime() + PATIENCE.toNanos();

    Optional<Author> of(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        Path name = file.getFileName();
        if (folder == null || name == null || System.nanoTime() - deadline >= 0) {
            return Optional.empty();
        }
        try {
            Process git = new ProcessBuilder(
                            "git", "log", "-1", "--format=%ad %an", "--date=short", "--", name.toString())
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            return answer(git);
        } catch (IOException e) {
            // There is no git, which is nothing to speak of.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** One line, which fits into the pipe, so that the process can end before it is read. */
    private Optional<Author> answer(Process git) throws IOException, InterruptedException {
        if (!git.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            git.destroyForcibly();
            return Optional.empty();
        }
        String line = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int space = line.indexOf(' ');
        return git.exitValue() != 0 || space < 0
                ? Optional.empty()
                : Optional.of(new Author(line.substring(space + 1), line.substring(0, space)));
    }
}
