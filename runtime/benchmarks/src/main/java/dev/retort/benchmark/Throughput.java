package dev.retort.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Many rows, whole processes: the launcher with 64 MB of heap beside {@code psql} and {@code sqlite3}. */
public final class Throughput {

    private static final List<Integer> BACKFILLED = List.of(1_000_000, 5_000_000);
    private static final int BATCH = 10_000;
    private static final List<Integer> LOADED = List.of(100_000, 1_000_000);
    private static final int TIMES = 5;

    private static final String COLUMNS =
            "(id bigint PRIMARY KEY, name varchar(60), amount numeric(12, 2), at timestamp)";
    /** Rows may come after the key in the meantime, so that Retort looks for them before it says that it is done. */
    private static final String LAST_LOOK = "SELECT count(*) FROM rows WHERE b IS NULL;\n";

    private static final String FORGET = "DROP TABLE IF EXISTS rows, retort_version, retort_history, retort_progress; ";

    private final String launcher;
    private final String url;
    private final Path home;

    private Throughput(String launcher, String url, Path home) {
        this.launcher = launcher;
        this.url = url;
        this.home = home;
    }

    /** The launcher, the URL of a PostgreSQL database that nobody needs, and how often; the middle run counts. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("the launcher and the URL of a PostgreSQL database are needed");
        }
        String launcher = Path.of(arguments[0]).toAbsolutePath().toString();
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : TIMES;
        new Throughput(launcher, arguments[1], Files.createTempDirectory("retort-throughput")).run(times);
    }

    private void run(int times) throws IOException, InterruptedException {
        System.out.println(
                "                                      Retort      shell  ratio   rows   processor: Retort, shell");
        Contest.Result postgres = start("start, PostgreSQL", postgres(), psql("-c", "SELECT 1"), psql("-c", FORGET))
                .run(times);
        System.out.println(postgres.line(postgres));
        Contest.Result nothing = backfill("backfill of no rows", 0, "").run(times);
        System.out.println(nothing.line(nothing));
        Contest.Result before = nothing;
        for (int rows : BACKFILLED) {
            Contest.Result result = backfill("backfill " + rows, rows, "").run(times);
            System.out.println(result.line(nothing));
            System.out.println(backfill("the same and a last look", rows, LAST_LOOK)
                    .run(times)
                    .line(nothing));
            // What is done once in a run, and what a JVM has yet to warm up for, is in both.
            if (before != nothing) {
                System.out.println(result.beyond(before).line());
            }
            before = result;
        }
        for (int rows : LOADED) {
            System.out.println(copy(rows).run(times).line(postgres));
        }
        Contest.Result sqlite = start("start, SQLite", sqlite(), sqlite3("SELECT 1"), remade(""))
                .run(times);
        System.out.println(sqlite.line(sqlite));
        for (int rows : LOADED) {
            System.out.println(load(rows).run(times).line(sqlite));
        }
    }

    // ---- contests ----

    private Contest start(String name, String database, List<String> theirs, List<String> prepare) throws IOException {
        Path folder = project(name.replaceAll("\\W+", "-"), "query 'SELECT 1'");
        return new Contest(name, folder, prepare, retort(database), theirs);
    }

    /** @param last what psql does after the batches */
    private Contest backfill(String name, int rows, String last) throws IOException {
        Path folder = project(
                name.replaceAll("\\W+", "-") + rows,
                "backfill 'rows', set: 'b = a', where: 'b IS NULL', batchSize: " + BATCH);
        try (BufferedWriter batches = Files.newBufferedWriter(folder.resolve("batches.sql"))) {
            for (int from = 0; from < rows; from += BATCH) {
                batches.write("UPDATE rows SET b = a WHERE id > " + from + " AND id <= " + (from + BATCH)
                        + " AND b IS NULL;\n");
            }
            batches.write(last);
        }
        String prepare = FORGET
                + "CREATE TABLE rows (id bigint PRIMARY KEY, a text, b text) WITH (autovacuum_enabled = false); "
                + "INSERT INTO rows SELECT i, 'value ' || i FROM generate_series(1, " + rows + ") AS i";
        return new Contest(
                name + ", PostgreSQL",
                folder,
                psql("-c", prepare, "-c", "CHECKPOINT"),
                retort(postgres()),
                psql("-f", "batches.sql"));
    }

    private Contest copy(int rows) throws IOException {
        return new Contest(
                "bulkInsert " + rows + ", PostgreSQL",
                withFile("copy" + rows, rows),
                psql("-c", FORGET + "CREATE TABLE rows " + COLUMNS, "-c", "CHECKPOINT"),
                retort(postgres()),
                psql("-c", "\\copy rows FROM 'migrations/rows.csv' CSV HEADER"));
    }

    private Contest load(int rows) throws IOException {
        return new Contest(
                "bulkInsert " + rows + ", SQLite",
                withFile("load" + rows, rows),
                remade("CREATE TABLE rows " + COLUMNS),
                retort(sqlite()),
                sqlite3(".import --csv --skip 1 migrations/rows.csv rows"));
    }

    // ---- commands ----

    private String postgres() {
        return url;
    }

    private static String sqlite() {
        return "sqlite:///rows.db";
    }

    private List<String> retort(String database) {
        return List.of(
                "env",
                "RETORT_JAVA_OPTIONS=-Xmx64m",
                "RETORT_ROLE_WARNING=false",
                launcher,
                "-q",
                "--url",
                database,
                "upgrade",
                "head");
    }

    private List<String> psql(String... more) {
        List<String> command = new ArrayList<>(List.of("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", url));
        command.addAll(List.of(more));
        return command;
    }

    private static List<String> sqlite3(String what) {
        return List.of("sqlite3", "-bail", "rows.db", what);
    }

    private static List<String> remade(String sql) {
        return List.of("bash", "-c", "rm -f rows.db* && sqlite3 rows.db \"$0\"", sql);
    }

    // ---- files ----

    private Path withFile(String name, int rows) throws IOException {
        Path folder = project(name, "bulkInsert 'rows', csv('rows.csv')");
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("migrations/rows.csv"))) {
            file.write("id,name,amount,at\n");
            for (int i = 1; i <= rows; i++) {
                file.write(i + ",\"Row number " + i + ", with a comma\"," + i % 10_000 + ".25,2026-11-21 10:15:00\n");
            }
        }
        return folder;
    }

    private Path project(String name, String words) throws IOException {
        Path folder = Files.createDirectories(home.resolve(name));
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(
                folder.resolve("migrations/a.groovy"),
                "revision 'a'\nupgrade {\n    " + words + "\n}\nirreversible 'no'\n");
        return folder;
    }
}
