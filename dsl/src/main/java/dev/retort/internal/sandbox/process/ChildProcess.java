package dev.retort.internal.sandbox.process;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The process of the scripts, as its caller knows it: a message is sent, and one comes back in time. Where it does not,
 * or is none, the process is killed, and every later message fails as that one did.
 */
final class ChildProcess implements AutoCloseable {

    /** What a process is ended by gives an exit code of so many more. */
    private static final int SIGNALS = 128;

    private static final long MOMENT_SECONDS = 2;

    private final Path folder;
    private final Process process;
    private final Pipe<ScriptRequest, Reply> pipe;
    private final StandardError errors;

    /** A pipe that is full, or empty, cannot be waited for with a timeout; a thread can. */
    private final ExecutorService talk = Executors.newSingleThreadExecutor(ChildProcess::thread);

    private @Nullable Problem broken;
    private String file = "";
    private long turn;

    private ChildProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.pipe = new Pipe<>(
                process.getInputStream(),
                Reply.class,
                process.getOutputStream(),
                ScriptRequest.class,
                FrameLimits.DEFAULT);
        this.errors = StandardError.of(process.getErrorStream());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "retort-process");
        thread.setDaemon(true);
        return thread;
    }

    /** @param command what to start in an empty folder */
    static ChildProcess start(Function<Path, List<String>> command) {
        try {
            Path folder = Files.createTempDirectory(
                            "retort-script-" + ProcessHandle.current().pid() + "-")
                    .toRealPath();
            try {
                ProcessBuilder builder = new ProcessBuilder(command.apply(folder)).directory(folder.toFile());
                builder.environment().clear();
                return new ChildProcess(folder, builder.start());
            } catch (IOException | RuntimeException e) {
                Files.delete(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new RetortException(
                    Kind.FAILED,
                    List.of(Problem.of("The process of the scripts cannot be started: " + e.getMessage() + ".")
                            .withHint("Without one: sandbox = \"thread\".")),
                    e);
        }
    }

    /**
     * Sends messages, and waits for the one that comes back to the last of them.
     *
     * @param about the file of the script that they are about
     * @throws RetortException where the process cannot be used any more
     */
    Reply exchange(String about, Duration patience, ScriptRequest... requests) {
        file = about;
        if (broken != null) {
            throw located(broken);
        }
        turn++;
        long now = turn;
        Future<Pipe.Turn<Reply>> reply = talk.submit(() -> {
            for (ScriptRequest request : requests) {
                pipe.send(now, request);
            }
            return pipe.receive();
        });
        try {
            Pipe.Turn<Reply> next = reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (next.number() != now) {
                throw garbled("an answer to what was not asked");
            }
            return next.message();
        } catch (TimeoutException e) {
            throw fail("did not answer for " + seconds(patience) + " s, and was killed", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw broken(Problem.of("The script was interrupted.")
                    .withHint("Nothing of its transaction is kept; run it again."));
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof Garbled) {
            return garbled(String.valueOf(cause.getMessage()));
        } else if (cause instanceof Output.TooLarge) {
            return fail("was to be sent more at once than it can take, and was killed", "");
        } else if (cause instanceof EOFException || cause instanceof IOException) {
            return ended();
        } else if (cause instanceof OutOfMemoryError) {
            return garbled("a message that is too large");
        }
        kill();
        return new IllegalStateException("talking to the process of the scripts failed", cause);
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? String.valueOf(time.toSeconds())
                : String.valueOf(time.toMillis() / 1000.0);
    }

    RetortException garbled(String what) {
        return fail("sent what is no message of its: " + what + ". It was killed", "");
    }

    private RetortException ended() {
        String how = "closed its pipe";
        try {
            if (process.waitFor(MOMENT_SECONDS, TimeUnit.SECONDS)) {
                int code = process.exitValue();
                how = code > SIGNALS ? "was ended by signal " + (code - SIGNALS) : "ended with exit code " + code;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String said = errors.text();
        return fail(how + " before its script ended", said.isEmpty() ? "" : " It said: " + said);
    }

    private RetortException fail(String how, String said) {
        return broken(Problem.of("The process of the scripts " + how + ".")
                .withHint("Nothing of the script's transaction is kept." + said));
    }

    private RetortException broken(Problem problem) {
        kill();
        broken = problem;
        return located(problem);
    }

    private RetortException located(Problem problem) {
        return new RetortException(Kind.FAILED, new Problem(Location.of(file), problem.sentence(), problem.hint()));
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Whatever it may be doing. */
    @Override
    public void close() {
        talk.shutdownNow();
        kill();
        try {
            process.waitFor(MOMENT_SECONDS, TimeUnit.SECONDS);
            Files.deleteIfExists(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // A file of whoever broke out of it: left for who looks.
        }
    }
}
