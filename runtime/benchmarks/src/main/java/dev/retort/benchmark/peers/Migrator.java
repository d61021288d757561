package dev.retort.benchmark.peers;

import dev.retort.benchmark.Timed;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A program that migrates schemas: how its scripts are written, and how it is started. */
interface Migrator {

    String name();

    /** Its version, and that of what it runs on. */
    String version() throws IOException, InterruptedException;

    /** Writes the scripts of a chain into an empty folder. */
    void write(Path folder, List<Step> chain) throws IOException;

    /** Why it cannot do a task; empty when it can. */
    default Optional<String> lacks(Task task) {
        return Optional.empty();
    }

    List<String> command(Task task, Stage stage);

    /** Brings an empty database to the end of the chain. */
    default void fill(Stage stage) throws IOException, SQLException, InterruptedException {
        Timed.of(stage.folder(), command(Task.UPGRADE, stage));
    }

    /** Removes, before each run, what the one before left in the folder. */
    default void clear(Path folder) throws IOException {
        // Most leave nothing.
    }

    /** How its rows are called when it has compiled none of its scripts yet; empty when it compiles none. */
    default Optional<String> coldName() {
        return Optional.empty();
    }

    /** Removes what it compiled. */
    default void forget(Path folder) throws IOException {
        // Most compile nothing.
    }
}
