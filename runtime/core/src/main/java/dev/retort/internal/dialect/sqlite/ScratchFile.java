package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.Scratch;
import java.io.IOException;
import java.util.List;

/** A file in a temporary folder. */
record ScratchFile(TemporaryFolder folder, DatabaseUrl url) implements Scratch {

    static ScratchFile create() {
        try {
            TemporaryFolder folder = TemporaryFolder.create("retort-scratch");
            String url = "sqlite:///" + folder.file("scratch.db");
            return new ScratchFile(folder, SqliteUrl.parse(url).orElseThrow());
        } catch (IOException e) {
            throw new RetortException(
                    Kind.FAILED,
                    List.of(Problem.of("There is no room for a scratch database: " + e.getMessage() + ".")
                            .withHint("Make room, or name another folder for temporary files with"
                                    + " -Djava.io.tmpdir=FOLDER, in RETORT_JAVA_OPTIONS for the command line.")),
                    e);
        }
    }

    @Override
    public void close() {
        folder.remove();
    }
}
