package dev.retort.internal.lsp;

import java.util.concurrent.ThreadFactory;

/** Threads that keep no process alive. */
record Daemons(String name) implements ThreadFactory {

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
