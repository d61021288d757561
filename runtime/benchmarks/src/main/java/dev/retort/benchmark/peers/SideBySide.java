package dev.retort.benchmark.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures Retort beside Alembic, Flyway and Liquibase, as whole processes, and prints tables in Markdown. */
public final class SideBySide {

    private static final int USAGE = 2;

    private final Options options;
    private final Java java = Java.found();
    private final Report report = new Report(System.out);

    private SideBySide(Options options) {
        this.options = options;
    }

    /** The launcher of a checkout, then options as {@code runs=5}; the package says which. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
            return;
        }
        new SideBySide(options).run();
    }

    private void run() throws IOException, SQLException, InterruptedException {
        Migrator retort = RetortMigrator.of(options.launcher(), java);
        List<Migrator> migrators = new ArrayList<>(List.of(retort));
        Migrator isolated = RetortMigrator.isolated(options.launcher(), java);
        if (options.wants(isolated)) {
            migrators.add(isolated);
        }
        List<String> programs = new ArrayList<>(List.of(retort.version()));
        Peers peers = Peers.of(checkout(), java);
        for (Migrator peer : peers.found().stream().filter(options::wants).toList()) {
            try {
                programs.add(peer.version());
                migrators.add(peer);
            } catch (IOException e) {
                programs.add(peer.name() + ": cannot be started, " + Reason.of(e));
            }
        }
        programs.addAll(peers.missing());
        Optional<PostgresServer> server = options.postgres();
        report.versions(versions(programs, server));
        compare(Product.sqlite(), migrators);
        if (server.isPresent()) {
            compare(Product.postgresql(server.get()), migrators);
        }
    }

    private Path checkout() throws IOException {
        Path folder = options.launcher().toRealPath().getParent();
        if (folder == null) {
            throw new IOException(options.launcher() + " is in no folder");
        }
        return folder;
    }

    private List<String> versions(List<String> programs, Optional<PostgresServer> server)
            throws IOException, SQLException, InterruptedException {
        List<String> lines = new ArrayList<>(programs);
        lines.add("Java " + java.version());
        ClassPath own = ClassPath.own();
        lines.add("drivers: sqlite-jdbc " + own.version("sqlite-jdbc") + ", pgjdbc " + own.version("postgresql"));
        lines.add(
                server.isPresent()
                        ? "PostgreSQL " + server.get().version()
                        : "PostgreSQL: not measured, for no URL was given");
        lines.add(machine());
        lines.add("runs of each: " + options.runs());
        return lines;
    }

    private static String machine() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        String text = Files.isReadable(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        String processor = text.lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " × " + processor;
    }

    private void compare(Product product, List<Migrator> migrators)
            throws IOException, SQLException, InterruptedException {
        Path home = Files.createTempDirectory("retort-side-by-side");
        try {
            Comparison comparison = new Comparison(product, migrators, home, options.runs(), report);
            report.table(product.title());
            for (Group group : options.groups()) {
                comparison.run(group, java);
            }
            report.endTable();
        } finally {
            Folders.remove(home);
        }
    }
}
