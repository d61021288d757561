package dev.retort.benchmark.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All programs on one database product: makes ready what a work needs, measures it, and removes all again. */
final class Comparison {

    private final Product product;
    private final List<Migrator> migrators;
    private final Path home;
    private final int times;
    private final Report report;
    private final List<Database> databases = new ArrayList<>();

    /**
     * @param home a folder for all files
     */
    Comparison(Product product, List<Migrator> migrators, Path home, int times, Report report) {
        this.product = product;
        this.migrators = migrators;
        this.home = home;
        this.times = times;
        this.report = report;
    }

    void run(Group group, Java java) throws IOException, SQLException, InterruptedException {
        try {
            List<Contender> contenders = new ArrayList<>();
            for (Migrator migrator : migrators) {
                add(migrator, group, contenders);
            }
            for (Contender contender : contenders) {
                if (group.floor() && contender.migrator().name().equals(RetortMigrator.NAME)) {
                    measureFloor(contender, group.first(), java);
                }
            }
            for (Work work : group.works()) {
                measure(
                        work.title(),
                        contenders.stream()
                                .flatMap(contender -> contender.sides(work).stream())
                                .toList());
            }
        } finally {
            removeAll();
        }
    }

    private void add(Migrator migrator, Group group, List<Contender> contenders) throws InterruptedException {
        Work work = group.first();
        if (migrator.lacks(work.task()).isPresent()) {
            report.note(migrator.name() + ": " + migrator.lacks(work.task()).get());
            return;
        }
        progress(work.title() + ": making " + migrator.name() + " ready");
        try {
            String name = migrator.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
            Path folder = Files.createDirectories(home.resolve(name));
            Database database = product.database(folder, name);
            databases.add(database);
            contenders.add(Contender.of(migrator, work, folder, database));
        } catch (IOException | SQLException e) {
            report.note(migrator.name() + ", " + work.title() + ": failed, " + Reason.of(e));
        }
    }

    /** Beside Retort, on the database that it filled. */
    private void measureFloor(Contender retort, Work work, Java java) throws InterruptedException {
        String title = "The floor, beside " + work.title();
        List<Side> sides = new ArrayList<>(retort.sides(work).subList(0, 1));
        try {
            Database database = retort.warm().database();
            sides.addAll(new Floor(java, home.resolve("floor"), database, product.driver()).sides());
        } catch (IOException e) {
            report.note(title + ": failed, " + Reason.of(e));
        }
        measure(title, sides);
    }

    private void measure(String title, List<Side> sides) throws InterruptedException {
        progress(title);
        Turns turns = new Turns(times);
        turns.run(sides);
        report.rows(title, turns.measured());
        turns.failed().forEach((side, why) -> report.note(side.name() + ", " + title + ": failed, " + why));
    }

    private void progress(String what) {
        System.err.println(product.title() + ": " + what);
    }

    private void removeAll() throws IOException, SQLException {
        for (Database database : databases) {
            database.drop();
        }
        databases.clear();
        Folders.remove(home);
        Files.createDirectories(home);
    }
}
