package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server of binaries that come as a library, for one command. It is stopped with the command, also where that is interrupted,
 * and leaves nothing.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final String TYPE = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    /** Nothing in it outlives the command: it need not reach the disk. */
    private static final Map<String, String> VOLATILE =
            Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off");

    /** Longer than an interrupted command is waited for. */
    private static final int LAST_SECONDS = 9;

    private final URLClassLoader libraries;
    private final Closeable server;
    private final int port;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean stopped;

    private EmbeddedServer(URLClassLoader libraries, Object server) throws ReflectiveOperationException {
        this.libraries = libraries;
        this.server = (Closeable) server;
        this.port = (int) server.getClass().getMethod("getPort").invoke(server);
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAfterCommand, "retort-embedded"));
    }

    /**
     * Starts one, which takes some seconds.
     *
     * @param version how it begins; empty for the latest that there is
     * @throws RetortException where there is none, or where it does not start
     */
    static EmbeddedServer start(EmbeddedLibraries libraries, String version) {
        URLClassLoader loader = new URLClassLoader("embedded", urls(libraries.jars(version)), new Shared());
        try {
            Object builder = loader.loadClass(TYPE).getMethod("builder").invoke(null);
            Class<?> type = builder.getClass();
            for (Map.Entry<String, String> setting : VOLATILE.entrySet()) {
                type.getMethod("setServerConfig", String.class, String.class)
                        .invoke(builder, setting.getKey(), setting.getValue());
            }
            // Its own would stop the server below a command that is interrupted.
            type.getMethod("setRegisterShutdownHook", boolean.class).invoke(builder, false);
            return new EmbeddedServer(loader, type.getMethod("start").invoke(builder));
        } catch (ClassNotFoundException e) {
            throw libraries.missing("The embedded PostgreSQL is incomplete: " + e.getMessage() + " is missing.");
        } catch (InvocationTargetException e) {
            throw failure(libraries, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw libraries.missing("The library of the embedded PostgreSQL is of another version: " + e.getMessage());
        }
    }

    private static RetortException failure(EmbeddedLibraries libraries, @Nullable Throwable cause) {
        if (cause instanceof NoClassDefFoundError missing) {
            return libraries.missing("The embedded PostgreSQL is incomplete: "
                    + String.valueOf(missing.getMessage()).replace('/', '.') + " is missing.");
        }
        String reason = cause == null ? "" : String.valueOf(cause.getMessage());
        return new RetortException(
                Kind.UNREACHABLE,
                List.of(Problem.of("The embedded PostgreSQL does not start: "
                                + reason.lines().findFirst().orElse(""))
                        .withHint("Look at its own words with -v, or name a server by --url.")),
                cause);
    }

    private static URL[] urls(List<Path> jars) {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException("a path that is no URL: " + jar, e);
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** The URL of a database there, beside which others may be created. */
    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** An interrupted command stops by itself, and then closes this; one that does not is not waited for any longer. */
    private void closeAfterCommand() {
        try {
            closed.await(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public synchronized void close() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            server.close();
            libraries.close();
        } catch (IOException e) {
            throw new IllegalStateException("the embedded PostgreSQL cannot be stopped", e);
        } finally {
            closed.countDown();
        }
    }

    /** What the libraries have in common with the program: its log, and its driver. */
    private static final class Shared extends ClassLoader {

        Shared() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.slf4j.") || name.startsWith("org.postgresql.")) {
                return EmbeddedServer.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
