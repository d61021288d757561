package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file in a temporary folder. */
record ScratchFile(TemporaryFolder folder, Path file, DatabaseUrl url) implements Scratch {

    private static final String NAME = "scratch.db";

    /** @param beside what a connection to it is opened with goes for this one, too */
    static ScratchFile create(DatabaseUrl beside) {
        String address = beside.jdbcUrl();
        int parameters = address.indexOf('?');
        boolean driversOwn = parameters >= 0 && !address.contains(":file:");
        return create(driversOwn ? address.substring(parameters) : "");
    }

    private static ScratchFile create(String parameters) {
        try {
            TemporaryFolder folder = TemporaryFolder.create("retort-scratch");
            Path file = folder.file(NAME);
            return new ScratchFile(
                    folder,
                    file,
                    SqliteUrl.parse("jdbc:sqlite:" + file + parameters).orElseThrow());
        } catch (IOException e) {
            throw withoutRoom(e);
        }
    }

    @Override
    public Scratch copy() {
        ScratchFile copy = create(url);
        try {
            if (Files.exists(file)) {
                Files.copy(file, copy.file);
            }
            return copy;
        } catch (IOException e) {
            copy.close();
            throw withoutRoom(e);
        }
    }

    @Override
    public Scratch keep(String name) {
        return this;
    }

    private static RetortException withoutRoom(IOException cause) {
        return new RetortException(
                Kind.FAILED,
                List.of(Problem.of("There is no room for a scratch database: " + cause.getMessage() + ".")
                        .withHint("Make room, or name another folder for temporary files with"
                                + " -Djava.io.tmpdir=FOLDER, in RETORT_JAVA_OPTIONS for the command line.")),
                cause);
    }

    @Override
    public void close() {
        folder.remove();
    }
}
