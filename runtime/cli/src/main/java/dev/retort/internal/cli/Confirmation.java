package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For the commands that destroy what is there: they ask first. */
final class Confirmation {

    private static final int POLL_MILLIS = 100;
    private static final Set<String> YES = Set.of("y", "yes");

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask. Without a terminal to ask at, this is needed.")
    boolean given;

    /**
     * @param question a whole one: {@code Drop the database shop?}
     * @param untouched what to say where the answer is no
     */
    void require(Invocation invocation, String question, String untouched) {
        if (given) {
            return;
        }
        ProcessContext process = invocation.process();
        if (!process.terminals().in()) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("There is no terminal to ask at: " + question)
                            .withHint("Add --yes to say so. " + untouched));
        }
        invocation.console().question(question + " [y/N] ");
        String answer = answer(process);
        if (answer == null || !YES.contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw new RetortException(RetortException.Kind.FAILED, untouched);
        }
    }

    /** Apart from this thread, so that Ctrl-C need not wait for an answer. */
    private static @Nullable String answer(ProcessContext process) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(process.in(), StandardCharsets.UTF_8));
        CompletableFuture<@Nullable String> line = CompletableFuture.supplyAsync(() -> line(reader));
        while (true) {
            try {
                return line.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                process.cancellation().check();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            } catch (ExecutionException e) {
                return null;
            }
        }
    }

    private static @Nullable String line(BufferedReader reader) {
        try {
            return reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
