package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortBuilder;
import dev.retort.RetortException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For the commands that can lose data. */
final class BackupOption {

    @Option(
            names = "--backup",
            paramLabel = "FILE",
            converter = FileName.class,
            description = "First copy the database into a new file, by its own means of backup.")
    @Nullable
    Path file;

    void configure(RetortBuilder builder) {
        builder.backup(file);
    }

    void refuseWithSql(boolean sql) {
        if (sql && file != null) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("--sql changes nothing, so there is nothing to back up.")
                            .withHint("Leave --backup out, or --sql."));
        }
    }
}
