package dev.retort.internal.sandbox.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads what a process writes to its standard error, and keeps the beginning. */
final class StandardError {

    private static final int MOST_CHARACTERS = 500;
    private static final long PATIENCE_MILLIS = 500;

    private final InputStream in;
    private final StringBuilder kept = new StringBuilder();
    private final Thread reader = new Thread(this::read, "retort-process-errors");

    private StandardError(InputStream in) {
        this.in = in;
    }

    static StandardError of(InputStream in) {
        StandardError error = new StandardError(in);
        error.reader.setDaemon(true);
        error.reader.start();
        return error;
    }

    private void read() {
        byte[] buffer = new byte[1 << 12];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                keep(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The process has ended.
        }
    }

    private synchronized void keep(String text) {
        if (kept.length() < MOST_CHARACTERS) {
            kept.append(text, 0, Math.min(text.length(), MOST_CHARACTERS - kept.length()));
        }
    }

    /** In one line, without characters that control a terminal; empty where there is nothing. */
    String text() {
        try {
            reader.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return kept.toString().replaceAll("\\p{C}+", " ").strip();
        }
    }
}
