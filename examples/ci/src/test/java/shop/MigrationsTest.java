package shop;

import dev.retort.testkit.Database;
import dev.retort.testkit.MigrationTest;

/** Every revision goes up, down and up again, on both databases. */
@MigrationTest(database = {Database.SQLITE, Database.POSTGRESQL})
class MigrationsTest {}
