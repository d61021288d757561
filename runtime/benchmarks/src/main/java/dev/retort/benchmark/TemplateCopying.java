package dev.retort.benchmark;

import dev.retort.DatabaseTemplate;
import dev.retort.Retort;
import dev.retort.ScratchDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;

/** What a test waits for its database: it is copied, a connection asks it something, and it is dropped. */
public final class TemplateCopying {

    private static final int TIMES = 50;
    private static final double NANOSECONDS = 1e6;

    private final DatabaseTemplate template;
    private final int pause;

    private TemplateCopying(DatabaseTemplate template, int pause) {
        this.template = template;
        this.pause = pause;
    }

    /**
     * The folder of the scripts, and the URL of a database beside which others may be created; how often, and how many
     * milliseconds a test takes besides, which are not counted.
     */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("the folder of the scripts and a URL are needed");
        }
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : TIMES;
        int pause = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
        Retort retort = Retort.configure()
                .url(arguments[1])
                .migrations(Path.of(arguments[0]))
                .roleWarning(false)
                .build();
        long start = System.nanoTime();
        try (DatabaseTemplate template = retort.template("heads")) {
            double built = since(start);
            double[] copied = new TemplateCopying(template, pause).times(times);
            System.out.printf(
                    Locale.ROOT,
                    "template %.0f ms; a database of it, median %.1f ms, %.1f to %.1f%n",
                    built,
                    copied[times / 2],
                    copied[0],
                    copied[times - 1]);
        }
    }

    private double[] times(int times) throws SQLException, InterruptedException {
        double[] taken = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            use();
            taken[i] = since(start);
            Thread.sleep(pause);
        }
        Arrays.sort(taken);
        return taken;
    }

    private void use() throws SQLException {
        try (ScratchDatabase database = template.copy();
                Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM retort_version")) {
            if (!rows.next() || rows.getInt(1) == 0) {
                throw new IllegalStateException("a copy that holds nothing");
            }
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANOSECONDS;
    }
}
