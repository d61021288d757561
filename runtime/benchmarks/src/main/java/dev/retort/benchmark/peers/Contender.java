package dev.retort.benchmark.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A program with a chain and a database, ready to run.
 *
 * @param warm where it may keep what it compiled
 * @param cold where that is removed before each run
 */
record Contender(Migrator migrator, Stage warm, Stage cold) {

    static Contender of(Migrator migrator, Work work, Path home, Database database)
            throws IOException, SQLException, InterruptedException {
        List<Step> chain = Step.chain(work.size());
        Stage warm = stage(migrator, home.resolve("warm"), chain, database);
        Stage cold = stage(migrator, home.resolve("cold"), chain, database);
        database.create();
        if (work.needsChainApplied()) {
            migrator.fill(warm);
            work.start().filled(database);
        }
        return new Contender(migrator, warm, cold);
    }

    private static Stage stage(Migrator migrator, Path folder, List<Step> chain, Database database) throws IOException {
        Files.createDirectories(folder);
        migrator.write(folder, chain);
        return new Stage(folder, chain, database);
    }

    /** One, or two when it compiles its scripts; none when it cannot do the work. */
    List<Side> sides(Work work) {
        List<Side> sides = new ArrayList<>();
        if (migrator.lacks(work.task()).isEmpty()) {
            sides.add(side(migrator.name(), work, warm, Side.Action.NONE));
            migrator.coldName()
                    .ifPresent(name -> sides.add(side(name, work, cold, () -> migrator.forget(cold.folder()))));
        }
        return sides;
    }

    private Side side(String name, Work work, Stage stage, Side.Action before) {
        Database database = stage.database();
        return new Side(
                name,
                stage.folder(),
                () -> {
                    migrator.clear(stage.folder());
                    before.run();
                    work.start().before(database);
                    database.settle();
                },
                migrator.command(work.task(), stage),
                () -> check(work, database));
    }

    private static void check(Work work, Database database) throws IOException, SQLException {
        if (work.result().isPresent() && !work.result().get().equals(database.contents())) {
            throw new IOException("the database has " + database.contents() + " in place of "
                    + work.result().get());
        }
    }
}
