package dev.retort.internal.cli;

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

/** Asks a person at the terminal. */
final class Question {

    private static final int POLL_MILLIS = 100;
    private static final Set<String> YES = Set.of("y", "yes");

    private final Invocation invocation;
    private final BufferedReader reader;

    Question(Invocation invocation) {
        this.invocation = invocation;
        this.reader =
                new BufferedReader(new InputStreamReader(invocation.process().in(), StandardCharsets.UTF_8));
    }

    /** Whether somebody is there to be asked. */
    static boolean isPossible(Invocation invocation) {
        return invocation.process().terminals().in();
    }

    /**
     * Whether the answer is yes; no answer is none.
     *
     * @param question a whole one: {@code Drop the database shop?}
     */
    boolean isYes(String question) {
        invocation.console().question(question + " [y/N] ");
        String answer = answer();
        return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    /** Apart from this thread, so that Ctrl-C need not wait for an answer. */
    private @Nullable String answer() {
        CompletableFuture<@Nullable String> line = CompletableFuture.supplyAsync(this::line);
        while (true) {
            try {
                return line.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                invocation.process().cancellation().check();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            } catch (ExecutionException e) {
                return null;
            }
        }
    }

    private @Nullable String line() {
        try {
            return reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
