package dev.retort.benchmark.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file of SQLite. */
final class SqliteDatabase extends Database {

    private final Path file;
    private final Path kept;

    SqliteDatabase(Path folder, String name) {
        file = folder.resolve(name + ".db").toAbsolutePath();
        kept = folder.resolve(name + ".kept").toAbsolutePath();
    }

    /** There is nothing to create: each program does that by its first statement. */
    @Override
    void create() throws IOException {
        for (String ending : List.of("", "-journal", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(file + ending));
        }
    }

    @Override
    void keep() throws IOException {
        Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    void restore() throws IOException {
        create();
        Files.copy(kept, file);
    }

    @Override
    void drop() throws IOException {
        create();
        Files.deleteIfExists(kept);
    }

    @Override
    void settle() {
        // Nothing runs unless the program asks.
    }

    @Override
    String url() {
        return "sqlite:///" + file;
    }

    @Override
    String jdbcUrl() {
        return "jdbc:sqlite:" + file;
    }

    @Override
    String offlineUrl(String changes) {
        return "offline:sqlite?outputLiquibaseSql=all&changeLogFile=" + changes;
    }

    @Override
    String contentsQuery() {
        String tables = "sqlite_master AS m WHERE m.type = 'table' AND m.name GLOB 't_[0-9]*'";
        return "SELECT (SELECT count(*) FROM " + tables + "), "
                + "(SELECT sum((SELECT count(*) FROM pragma_table_info(m.name))) FROM " + tables + "), "
                + "(SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name GLOB 'ix_t_*')";
    }
}
