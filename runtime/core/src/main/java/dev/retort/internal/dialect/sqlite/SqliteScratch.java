package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.ScratchPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files in a folder of their own among the temporary ones of the system. */
final class SqliteScratch implements ScratchPlaces {

    private static final String NAME = "scratch.db";

    /** What a connection is opened with is the same beside it. */
    @Override
    public DatabaseUrl create(DatabaseUrl beside) {
        String address = beside.jdbcUrl();
        int parameters = address.indexOf('?');
        boolean driversOwn = parameters >= 0 && !address.contains(":file:");
        return at(folder().resolve(NAME) + (driversOwn ? address.substring(parameters) : ""));
    }

    @Override
    public DatabaseUrl copy(DatabaseUrl scratch) {
        DatabaseUrl url = create(scratch);
        try {
            Files.copy(file(scratch), file(url));
            return url;
        } catch (IOException e) {
            throw failed("copied to " + file(url), file(scratch), e);
        }
    }

    @Override
    public void drop(DatabaseUrl scratch) {
        Path folder = file(scratch).toAbsolutePath().resolveSibling("");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw failed("deleted", folder, e);
        }
    }

    private static DatabaseUrl at(String address) {
        return SqliteUrl.parse("jdbc:sqlite:" + address).orElseThrow();
    }

    private static Path file(DatabaseUrl url) {
        return SqliteUrl.file(url).orElseThrow();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("retort-scratch");
        } catch (IOException e) {
            throw failed(
                    "created", Path.of(System.getProperty("java.io.tmpdir")).resolve("retort-scratch"), e);
        }
    }

    private static RetortException failed(String what, Path file, IOException cause) {
        return new RetortException(
                Kind.FAILED,
                List.of(Problem.of(
                        "The scratch database " + file + " cannot be " + what + ": " + cause.getMessage() + ".")),
                cause);
    }
}
